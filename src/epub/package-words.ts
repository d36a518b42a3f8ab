// The few words that the package itself says, in the book's language.

export interface EpubWords {
  readonly language: string;
  readonly contents: string;
  readonly cover: string;
  readonly landmarks: string;
  readonly pages: string;
  readonly start: string;
  /** The accessibility summary, sentence by sentence. */
  readonly summary: string;
  readonly summaryPictures: string;
  readonly summaryPages: string;
  readonly coverOf: (title: string, authors: string) => string;
}

const ENGLISH: EpubWords = {
  language: 'en',
  contents: 'Contents',
  cover: 'Cover',
  landmarks: 'Landmarks',
  pages: 'Pages',
  start: 'Start of text',
  summary:
    'The text can be read by eye, by ear or by touch; headings, contents and reading order are marked.',
  summaryPictures: 'Pictures are described in words.',
  summaryPages: 'The pages of the print edition are marked.',
  coverOf: (title, authors) => (authors === '' ? `Cover of ${title}` : `Cover of ${title} by ${authors}`),
};

const WORDS: Readonly<Record<string, EpubWords>> = {
  en: ENGLISH,
  de: {
    language: 'de',
    contents: 'Inhalt',
    cover: 'Umschlag',
    landmarks: 'Orientierungspunkte',
    pages: 'Seiten',
    start: 'Textbeginn',
    summary:
      'Der Text lässt sich sehen, hören und ertasten; Überschriften, Inhaltsverzeichnis und ' +
      'Lesereihenfolge sind ausgezeichnet.',
    summaryPictures: 'Bilder sind in Worten beschrieben.',
    summaryPages: 'Die Seiten der gedruckten Ausgabe sind markiert.',
    coverOf: (title, authors) =>
      authors === '' ? `Umschlag von ${title}` : `Umschlag von ${title}, ${authors}`,
  },
  fr: {
    language: 'fr',
    contents: 'Table des matières',
    cover: 'Couverture',
    landmarks: 'Repères',
    pages: 'Pages',
    start: 'Début du texte',
    summary:
      'Le texte peut être lu à l’œil, à l’oreille ou au toucher ; les titres, la table des matières ' +
      'et l’ordre de lecture sont balisés.',
    summaryPictures: 'Les images sont décrites par un texte.',
    summaryPages: 'Les pages de l’édition imprimée sont indiquées.',
    coverOf: (title, authors) =>
      authors === '' ? `Couverture de ${title}` : `Couverture de ${title}, ${authors}`,
  },
  es: {
    language: 'es',
    contents: 'Índice',
    cover: 'Cubierta',
    landmarks: 'Puntos de referencia',
    pages: 'Páginas',
    start: 'Comienzo del texto',
    summary:
      'El texto puede leerse con la vista, el oído o el tacto; los títulos, el índice y el orden de ' +
      'lectura están marcados.',
    summaryPictures: 'Las imágenes se describen con palabras.',
    summaryPages: 'Las páginas de la edición impresa están señaladas.',
    coverOf: (title, authors) =>
      authors === '' ? `Cubierta de ${title}` : `Cubierta de ${title}, ${authors}`,
  },
  ar: {
    language: 'ar',
    contents: 'المحتويات',
    cover: 'الغلاف',
    landmarks: 'معالم',
    pages: 'الصفحات',
    start: 'بداية النص',
    summary: 'يمكن قراءة النص بالعين أو بالسمع أو باللمس؛ العناوين والمحتويات وترتيب القراءة محددة.',
    summaryPictures: 'الصور موصوفة بالكلمات.',
    summaryPages: 'صفحات الطبعة الورقية مشار إليها.',
    coverOf: (title, authors) => (authors === '' ? `غلاف ${title}` : `غلاف ${title}، ${authors}`),
  },
};

/** The words for a language tag; English where Foldmark knows none, which `language` then says. */
export function packageWordsFor(language: string): EpubWords {
  const base = language.split('-')[0]?.toLowerCase() ?? '';
  const words = WORDS[base] ?? ENGLISH;
  return WORDS[base] === undefined ? words : { ...words, language };
}
