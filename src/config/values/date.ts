// Dates as ISO 8601 writes them, as far as a book knows them: a year, a month or a day.
import type { ParsedValue } from './parsed-value.js';

/** `2026`, `2026-11`, `2026-11-23`. CONF-011 when it is written another way or not in the calendar. */
export function readDate(written: string | number): ParsedValue<string> {
  const text = String(written).trim();
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match && isInCalendar(Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)))
    return { value: text };
  return {
    fault: {
      code: 'CONF-011',
      message: match ? `There is no ${text} in the calendar.` : `"${text}" is not a date.`,
      hint: match ? 'Write year, month and day as 2026-11-23, or the year alone.' : hintFor(text),
    },
  };
}

/** The date that was most likely meant, as it is written here. */
function hintFor(text: string): string {
  const usual = 'Write year, month and day as 2026-11-23, or the year alone.';
  const timed = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(text)?.[1];
  if (timed !== undefined) return `Write the day alone: ${timed}.`;
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0];
  const month = MONTHS.findIndex((name) => new RegExp(`(?<!\\p{L})${name}`, 'iu').test(text)) + 1;
  if (year === undefined || month === 0) return usual;
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(text)?.[1]?.padStart(2, '0');
  return (
    'Write it in numbers: ' +
    `${[year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [day])].join('-')}.`
  );
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function isInCalendar(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
