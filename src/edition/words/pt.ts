// Portuguese.
import type { Words } from './en.js';

export const PT: Words = {
  'contents': 'Índice', 'cast': 'Personagens', 'notes': 'Notas', 'note': 'Nota',
  'page': 'página', 'pages': 'páginas', 'chapter': 'Capítulo', 'part': 'Parte', 'figure': 'Figura', 'table': 'Tabela',
  'the-figure': 'a figura', 'the-table': 'a tabela',
  'played-by': 'interpretado por', 'first-appears': 'Primeira aparição', 'appears': 'Aparições', 'back-to-text': 'Voltar ao texto',
  'by': 'por', 'published-by': 'Publicado por', 'set-in': 'Composto em', 'series': 'Coleção', 'isbn': 'ISBN',
  'print': 'impresso', 'ebook': 'livro eletrónico', 'licence': 'Licença', 'spoiler': 'Revela a história',
  'cover': 'Capa', 'blank': 'Página em branco', 'half-title': 'Anterrosto', 'frontispiece': 'Frontispício',
  'title-page': 'Folha de rosto', 'copyright': 'Ficha técnica', 'dedication': 'Dedicatória', 'epigraph': 'Epígrafe',
  'foreword': 'Apresentação', 'preface': 'Prefácio', 'introduction': 'Introdução', 'prologue': 'Prólogo',
  'interlude': 'Interlúdio', 'plate': 'Estampa', 'epilogue': 'Epílogo', 'afterword': 'Posfácio',
  'appendix': 'Apêndice', 'acknowledgements': 'Agradecimentos', 'sources': 'Fontes', 'glossary': 'Glossário',
  'bibliography': 'Bibliografia', 'colophon': 'Cólofon', 'back-cover': 'Contracapa',
  'role-aut': 'texto', 'role-edt': 'edição', 'role-ill': 'ilustrações', 'role-trl': 'tradução',
  'role-pht': 'fotografias', 'role-art': 'obras', 'role-bkd': 'design', 'role-cov': 'capa',
  'role-tyg': 'tipografia', 'role-aui': 'introdução', 'role-aft': 'posfácio', 'role-com': 'seleção',
  'role-ann': 'anotação', 'role-nrt': 'voz', 'role-pfr': 'revisão', 'role-ctb': 'colaboração',
};
