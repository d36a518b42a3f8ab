// English. The other languages have these keys and no others: the type is made of them.
export const EN = {
  'contents': 'Contents', 'cast': 'Cast', 'notes': 'Notes', 'note': 'Note',
  'page': 'page', 'pages': 'pages', 'chapter': 'Chapter', 'part': 'Part', 'figure': 'Figure', 'table': 'Table',
  'the-figure': 'the figure', 'the-table': 'the table',
  'played-by': 'played by', 'first-appears': 'First appears', 'appears': 'Appears', 'back-to-text': 'Back to the text',
  'by': 'by', 'published-by': 'Published by', 'set-in': 'Set in', 'series': 'Series', 'isbn': 'ISBN',
  'print': 'print', 'ebook': 'e-book', 'licence': 'Licence', 'spoiler': 'Gives away the story',
  'cover': 'Cover', 'blank': 'Blank page', 'half-title': 'Half title', 'frontispiece': 'Frontispiece',
  'title-page': 'Title page', 'copyright': 'Copyright', 'dedication': 'Dedication', 'epigraph': 'Epigraph',
  'foreword': 'Foreword', 'preface': 'Preface', 'introduction': 'Introduction', 'prologue': 'Prologue',
  'interlude': 'Interlude', 'plate': 'Plate', 'epilogue': 'Epilogue', 'afterword': 'Afterword',
  'appendix': 'Appendix', 'acknowledgements': 'Acknowledgements', 'sources': 'Sources', 'glossary': 'Glossary',
  'bibliography': 'Bibliography', 'colophon': 'Colophon', 'back-cover': 'Back cover',
  'role-aut': 'author', 'role-edt': 'editor', 'role-ill': 'illustrator', 'role-trl': 'translator',
  'role-pht': 'photographer', 'role-art': 'artist', 'role-bkd': 'designer', 'role-cov': 'cover designer',
  'role-tyg': 'typographer', 'role-aui': 'introduction', 'role-aft': 'afterword', 'role-com': 'compiler',
  'role-ann': 'annotator', 'role-nrt': 'narrator', 'role-pfr': 'proofreader', 'role-ctb': 'contributor',
} as const;

export type Word = keyof typeof EN;
export type Words = Readonly<Record<Word, string>>;
