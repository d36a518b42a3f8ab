// Dutch.
import type { Words } from './en.js';

export const NL: Words = {
  'contents': 'Inhoud', 'cast': 'Personages', 'notes': 'Noten', 'note': 'Noot',
  'page': 'pagina', 'pages': 'pagina’s', 'chapter': 'Hoofdstuk', 'part': 'Deel', 'figure': 'Figuur', 'table': 'Tabel',
  'the-figure': 'de figuur', 'the-table': 'de tabel',
  'played-by': 'gespeeld door', 'first-appears': 'Eerste verschijning', 'appears': 'Verschijnt', 'back-to-text': 'Terug naar de tekst',
  'by': 'door', 'published-by': 'Uitgegeven door', 'set-in': 'Gezet uit', 'series': 'Reeks', 'isbn': 'ISBN',
  'print': 'gedrukt', 'ebook': 'e-boek', 'licence': 'Licentie', 'spoiler': 'Verklapt het verhaal',
  'cover': 'Omslag', 'blank': 'Blanco pagina', 'half-title': 'Franse titel', 'frontispiece': 'Frontispice',
  'title-page': 'Titelpagina', 'copyright': 'Colofon', 'dedication': 'Opdracht', 'epigraph': 'Motto',
  'foreword': 'Ten geleide', 'preface': 'Voorwoord', 'introduction': 'Inleiding', 'prologue': 'Proloog',
  'interlude': 'Intermezzo', 'plate': 'Plaat', 'epilogue': 'Epiloog', 'afterword': 'Nawoord',
  'appendix': 'Bijlage', 'acknowledgements': 'Dankwoord', 'sources': 'Bronnen', 'glossary': 'Verklarende woordenlijst',
  'bibliography': 'Bibliografie', 'colophon': 'Colofon', 'back-cover': 'Achterplat',
  'role-aut': 'tekst', 'role-edt': 'redactie', 'role-ill': 'illustraties', 'role-trl': 'vertaling',
  'role-pht': 'fotografie', 'role-art': 'beeld', 'role-bkd': 'vormgeving', 'role-cov': 'omslagontwerp',
  'role-tyg': 'typografie', 'role-aui': 'inleiding', 'role-aft': 'nawoord', 'role-com': 'samenstelling',
  'role-ann': 'annotatie', 'role-nrt': 'stem', 'role-pfr': 'correctie', 'role-ctb': 'bijdrage',
};
