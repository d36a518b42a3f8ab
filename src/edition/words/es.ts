// Spanish.
import type { Words } from './en.js';

export const ES: Words = {
  'contents': 'Índice', 'cast': 'Personajes', 'notes': 'Notas', 'note': 'Nota',
  'page': 'página', 'pages': 'páginas', 'chapter': 'Capítulo', 'part': 'Parte', 'figure': 'Figura', 'table': 'Tabla',
  'the-figure': 'la figura', 'the-table': 'la tabla',
  'played-by': 'interpretado por', 'first-appears': 'Primera aparición', 'appears': 'Apariciones', 'back-to-text': 'Volver al texto',
  'by': 'por', 'published-by': 'Publicado por', 'set-in': 'Compuesto en', 'series': 'Colección', 'isbn': 'ISBN',
  'print': 'impreso', 'ebook': 'libro electrónico', 'licence': 'Licencia', 'spoiler': 'Revela la trama',
  'cover': 'Cubierta', 'blank': 'Página en blanco', 'half-title': 'Portadilla', 'frontispiece': 'Frontispicio',
  'title-page': 'Portada', 'copyright': 'Página de créditos', 'dedication': 'Dedicatoria', 'epigraph': 'Epígrafe',
  'foreword': 'Presentación', 'preface': 'Prefacio', 'introduction': 'Introducción', 'prologue': 'Prólogo',
  'interlude': 'Interludio', 'plate': 'Lámina', 'epilogue': 'Epílogo', 'afterword': 'Posfacio',
  'appendix': 'Apéndice', 'acknowledgements': 'Agradecimientos', 'sources': 'Fuentes', 'glossary': 'Glosario',
  'bibliography': 'Bibliografía', 'colophon': 'Colofón', 'back-cover': 'Contracubierta',
  'role-aut': 'texto', 'role-edt': 'edición', 'role-ill': 'ilustraciones', 'role-trl': 'traducción',
  'role-pht': 'fotografías', 'role-art': 'obra gráfica', 'role-bkd': 'diseño', 'role-cov': 'cubierta',
  'role-tyg': 'tipografía', 'role-aui': 'introducción', 'role-aft': 'posfacio', 'role-com': 'selección',
  'role-ann': 'notas', 'role-nrt': 'voz', 'role-pfr': 'corrección', 'role-ctb': 'colaboración',
};
