// French.
import type { Words } from './en.js';

export const FR: Words = {
  'contents': 'Table des matières', 'cast': 'Personnages', 'notes': 'Notes', 'note': 'Note',
  'page': 'page', 'pages': 'pages', 'chapter': 'Chapitre', 'part': 'Partie', 'figure': 'Figure', 'table': 'Tableau',
  'the-figure': 'la figure', 'the-table': 'le tableau',
  'played-by': 'joué par', 'first-appears': 'Première apparition', 'appears': 'Apparitions', 'back-to-text': 'Retour au texte',
  'by': 'par', 'published-by': 'Publié par', 'set-in': 'Composé en', 'series': 'Collection', 'isbn': 'ISBN',
  'print': 'imprimé', 'ebook': 'livre numérique', 'licence': 'Licence', 'spoiler': 'Dévoile l’intrigue',
  'cover': 'Couverture', 'blank': 'Page blanche', 'half-title': 'Faux-titre', 'frontispiece': 'Frontispice',
  'title-page': 'Page de titre', 'copyright': 'Mentions légales', 'dedication': 'Dédicace', 'epigraph': 'Épigraphe',
  'foreword': 'Avant-propos', 'preface': 'Préface', 'introduction': 'Introduction', 'prologue': 'Prologue',
  'interlude': 'Interlude', 'plate': 'Planche', 'epilogue': 'Épilogue', 'afterword': 'Postface',
  'appendix': 'Annexe', 'acknowledgements': 'Remerciements', 'sources': 'Sources', 'glossary': 'Glossaire',
  'bibliography': 'Bibliographie', 'colophon': 'Colophon', 'back-cover': 'Quatrième de couverture',
  'role-aut': 'texte', 'role-edt': 'direction', 'role-ill': 'illustrations', 'role-trl': 'traduction',
  'role-pht': 'photographies', 'role-art': 'œuvres', 'role-bkd': 'conception graphique', 'role-cov': 'couverture',
  'role-tyg': 'typographie', 'role-aui': 'introduction', 'role-aft': 'postface', 'role-com': 'choix des textes',
  'role-ann': 'annotation', 'role-nrt': 'voix', 'role-pfr': 'correction', 'role-ctb': 'contribution',
};
