// The titles of callouts that have none of their own, by the language of the text.

/** The kinds that styles know. Every other kind is drawn as one of them. */
export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** In the order note, tip, important, warning, caution. Source: the interfaces of Quarto and Sphinx. */
const TITLES: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  ar: ['ملاحظة', 'نصيحة', 'مهم', 'تحذير', 'تنبيه'],
  bg: ['Бележка', 'Съвет', 'Важно', 'Предупреждение', 'Внимание'],
  bn: ['নোট', 'পরামর্শ', 'গুরুত্বপূর্ণ', 'সতর্কতা', 'সাবধান'],
  ca: ['Nota', 'Consell', 'Important', 'Avís', 'Atenció'],
  cs: ['Poznámka', 'Tip', 'Důležité', 'Varování', 'Upozornění'],
  da: ['Bemærk', 'Tip', 'Vigtigt', 'Advarsel', 'Forsigtig'],
  de: ['Hinweis', 'Tipp', 'Wichtig', 'Warnung', 'Vorsicht'],
  el: ['Σημείωση', 'Συμβουλή', 'Σημαντικό', 'Προειδοποίηση', 'Προσοχή'],
  en: ['Note', 'Tip', 'Important', 'Warning', 'Caution'],
  es: ['Nota', 'Consejo', 'Importante', 'Advertencia', 'Precaución'],
  et: ['Märkus', 'Nõuanne', 'Oluline', 'Hoiatus', 'Ettevaatust'],
  eu: ['Oharra', 'Aholkua', 'Garrantzitsua', 'Abisua', 'Kontuz'],
  fa: ['یادداشت', 'نکته', 'مهم', 'هشدار', 'احتیاط'],
  fi: ['Huomautus', 'Vihje', 'Tärkeää', 'Varoitus', 'Huomio'],
  fr: ['Note', 'Astuce', 'Important', 'Avertissement', 'Attention'],
  he: ['הערה', 'עצה', 'חשוב', 'אזהרה', 'זהירות'],
  hi: ['टिप्पणी', 'सुझाव', 'महत्वपूर्ण', 'चेतावनी', 'सावधान'],
  hr: ['Napomena', 'Savjet', 'Važno', 'Upozorenje', 'Oprez'],
  hu: ['Megjegyzés', 'Tipp', 'Fontos', 'Figyelmeztetés', 'Vigyázat'],
  id: ['Catatan', 'Tips', 'Penting', 'Peringatan', 'Perhatian'],
  it: ['Nota', 'Suggerimento', 'Importante', 'Avviso', 'Attenzione'],
  ja: ['注記', 'ヒント', '重要', '警告', '注意'],
  ko: ['참고', '팁', '중요', '경고', '주의'],
  lt: ['Pastaba', 'Patarimas', 'Svarbu', 'Įspėjimas', 'Dėmesio'],
  lv: ['Piezīme', 'Padoms', 'Svarīgi', 'Brīdinājums', 'Uzmanību'],
  nb: ['Merk', 'Tips', 'Viktig', 'Advarsel', 'Forsiktig'],
  nl: ['Opmerking', 'Tip', 'Belangrijk', 'Waarschuwing', 'Let op'],
  nn: ['Merk', 'Tips', 'Viktig', 'Åtvaring', 'Ver forsiktig'],
  no: ['Merk', 'Tips', 'Viktig', 'Advarsel', 'Forsiktig'],
  pl: ['Uwaga', 'Wskazówka', 'Ważne', 'Ostrzeżenie', 'Przestroga'],
  pt: ['Nota', 'Dica', 'Importante', 'Aviso', 'Cuidado'],
  ro: ['Notă', 'Sfat', 'Important', 'Avertisment', 'Atenție'],
  ru: ['Примечание', 'Совет', 'Важно', 'Предупреждение', 'Осторожно'],
  sk: ['Poznámka', 'Tip', 'Dôležité', 'Varovanie', 'Upozornenie'],
  sl: ['Opomba', 'Nasvet', 'Pomembno', 'Opozorilo', 'Pozor'],
  sr: ['Напомена', 'Савет', 'Важно', 'Упозорење', 'Опрез'],
  sv: ['Obs', 'Tips', 'Viktigt', 'Varning', 'Försiktighet'],
  th: ['หมายเหตุ', 'เคล็ดลับ', 'สำคัญ', 'คำเตือน', 'ข้อควรระวัง'],
  tr: ['Not', 'İpucu', 'Önemli', 'Uyarı', 'Dikkat'],
  uk: ['Примітка', 'Порада', 'Важливо', 'Попередження', 'Обережно'],
  vi: ['Ghi chú', 'Mẹo', 'Quan trọng', 'Cảnh báo', 'Thận trọng'],
  zh: ['注意', '提示', '重要', '警告', '小心'],
};
const KINDS: readonly CalloutKind[] = ['note', 'tip', 'important', 'warning', 'caution'];

/** What other tools call a callout, and the kind that it is drawn as. */
const DRAWN_AS: Readonly<Record<string, CalloutKind>> = {
  note: 'note',
  info: 'note',
  seealso: 'note',
  abstract: 'note',
  summary: 'note',
  tldr: 'note',
  todo: 'note',
  example: 'note',
  question: 'note',
  help: 'note',
  faq: 'note',
  quote: 'note',
  cite: 'note',
  admonition: 'note',
  discussion: 'note',
  exercise: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  important: 'important',
  attention: 'important',
  warning: 'warning',
  warn: 'warning',
  bug: 'warning',
  failure: 'warning',
  fail: 'warning',
  missing: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
};

/** The kind that a name stands for; undefined for a name that is none. */
export function calloutKind(name: string): CalloutKind | undefined {
  const word = name.toLowerCase();
  return Object.hasOwn(DRAWN_AS, word) ? DRAWN_AS[word] : undefined;
}

/** A title in the language of the text; in English the author's own word. */
export function calloutTitle(name: string, language: string): string {
  const kind = calloutKind(name) ?? 'note';
  const base = language.toLowerCase().split('-')[0] ?? 'en';
  const own = TITLES[base];
  if (own && base !== 'en') return own[KINDS.indexOf(kind)] ?? name;
  const word = name.toLowerCase().replace(/[-_]+/g, ' ');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
