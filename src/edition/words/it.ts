// Italian.
import type { Words } from './en.js';

export const IT: Words = {
  'contents': 'Indice', 'cast': 'Personaggi', 'notes': 'Note', 'note': 'Nota',
  'page': 'pagina', 'pages': 'pagine', 'chapter': 'Capitolo', 'part': 'Parte', 'figure': 'Figura', 'table': 'Tabella',
  'the-figure': 'la figura', 'the-table': 'la tabella',
  'played-by': 'interpretato da', 'first-appears': 'Prima apparizione', 'appears': 'Apparizioni', 'back-to-text': 'Torna al testo',
  'by': 'di', 'published-by': 'Pubblicato da', 'set-in': 'Composto in', 'series': 'Collana', 'isbn': 'ISBN',
  'print': 'a stampa', 'ebook': 'e-book', 'licence': 'Licenza', 'spoiler': 'Svela la trama',
  'cover': 'Copertina', 'blank': 'Pagina bianca', 'half-title': 'Occhiello', 'frontispiece': 'Antiporta',
  'title-page': 'Frontespizio', 'copyright': 'Note legali', 'dedication': 'Dedica', 'epigraph': 'Epigrafe',
  'foreword': 'Presentazione', 'preface': 'Prefazione', 'introduction': 'Introduzione', 'prologue': 'Prologo',
  'interlude': 'Interludio', 'plate': 'Tavola', 'epilogue': 'Epilogo', 'afterword': 'Postfazione',
  'appendix': 'Appendice', 'acknowledgements': 'Ringraziamenti', 'sources': 'Fonti', 'glossary': 'Glossario',
  'bibliography': 'Bibliografia', 'colophon': 'Colophon', 'back-cover': 'Quarta di copertina',
  'role-aut': 'testo', 'role-edt': 'cura', 'role-ill': 'illustrazioni', 'role-trl': 'traduzione',
  'role-pht': 'fotografie', 'role-art': 'opere', 'role-bkd': 'progetto grafico', 'role-cov': 'copertina',
  'role-tyg': 'tipografia', 'role-aui': 'introduzione', 'role-aft': 'postfazione', 'role-com': 'scelta dei testi',
  'role-ann': 'note', 'role-nrt': 'voce', 'role-pfr': 'revisione', 'role-ctb': 'contributo',
};
