// German.
import type { Words } from './en.js';

export const DE: Words = {
  'contents': 'Inhalt', 'cast': 'Personen', 'notes': 'Anmerkungen', 'note': 'Anmerkung',
  'page': 'Seite', 'pages': 'Seiten', 'chapter': 'Kapitel', 'part': 'Teil', 'figure': 'Abbildung', 'table': 'Tabelle',
  'the-figure': 'die Abbildung', 'the-table': 'die Tabelle',
  'played-by': 'gespielt von', 'first-appears': 'Erster Auftritt', 'appears': 'Auftritte', 'back-to-text': 'Zurück zum Text',
  'by': 'von', 'published-by': 'Erschienen bei', 'set-in': 'Gesetzt aus', 'series': 'Reihe', 'isbn': 'ISBN',
  'print': 'gedruckt', 'ebook': 'E-Book', 'licence': 'Lizenz', 'spoiler': 'Verrät die Handlung',
  'cover': 'Umschlag', 'blank': 'Leere Seite', 'half-title': 'Schmutztitel', 'frontispiece': 'Frontispiz',
  'title-page': 'Titelseite', 'copyright': 'Impressum', 'dedication': 'Widmung', 'epigraph': 'Motto',
  'foreword': 'Geleitwort', 'preface': 'Vorwort', 'introduction': 'Einleitung', 'prologue': 'Prolog',
  'interlude': 'Zwischenspiel', 'plate': 'Tafel', 'epilogue': 'Epilog', 'afterword': 'Nachwort',
  'appendix': 'Anhang', 'acknowledgements': 'Dank', 'sources': 'Quellen', 'glossary': 'Glossar',
  'bibliography': 'Literatur', 'colophon': 'Kolophon', 'back-cover': 'Rückseite',
  'role-aut': 'Text', 'role-edt': 'Herausgabe', 'role-ill': 'Illustration', 'role-trl': 'Übersetzung',
  'role-pht': 'Fotografie', 'role-art': 'Kunst', 'role-bkd': 'Gestaltung', 'role-cov': 'Umschlaggestaltung',
  'role-tyg': 'Typografie', 'role-aui': 'Einleitung', 'role-aft': 'Nachwort', 'role-com': 'Zusammenstellung',
  'role-ann': 'Anmerkungen', 'role-nrt': 'Sprecher', 'role-pfr': 'Korrektorat', 'role-ctb': 'Mitarbeit',
};
