// Whether the measures of a page leave a page.
import type { Margins } from '../model/margins.js';
import { finding, type Finding } from '../model/finding.js';
import { keyPlaceOf, settingAt, type SettingNode, type SettingPath } from './settings-tree.js';
import type { Trim } from './values/trim.js';

/** Millimetres. Narrower than this no line can be set; the smallest mini zine's page is 52 mm wide. */
const LEAST_COLUMN = 20;
const LEAST_TRIM = 30;
/** What Chromium prints on: beyond 200 inches a PDF needs units of its own (ISO 32000-1, annex C). */
const MOST_TRIM = 2000;
const MOST_BLEED = 30;

interface PageSettings {
  readonly trim?: Trim | undefined;
  readonly margins?: Margins | undefined;
  readonly bleed?: number | undefined;
}

/**
 * Findings CONF-023 and CONF-024 for the page that settings under `path` describe; what they leave open is
 * not judged.
 */
export function fitPage(
  page: PageSettings,
  place: { tree: SettingNode; path: SettingPath },
): readonly Finding[] {
  return [...trimFaults(page, place), ...bleedFaults(page, place), ...marginFaults(page, place)];
}

function trimFaults(
  { trim }: PageSettings,
  place: { tree: SettingNode; path: SettingPath },
): readonly Finding[] {
  if (!trim) return [];
  const [least, most] = [Math.min(trim.width, trim.height), Math.max(trim.width, trim.height)];
  if (least >= LEAST_TRIM && most <= MOST_TRIM) return [];
  return [
    finding('CONF-023', {
      message: `A page of ${trim.width} x ${trim.height} mm cannot be made.`,
      at: valuePlace(place, 'trim'),
      hint: `Both sides must be from ${LEAST_TRIM} mm to ${MOST_TRIM} mm: is the unit right?`,
    }),
  ];
}

function bleedFaults(
  { bleed }: PageSettings,
  place: { tree: SettingNode; path: SettingPath },
): readonly Finding[] {
  if (bleed === undefined || bleed <= MOST_BLEED) return [];
  return [
    finding('CONF-023', {
      message: `A bleed of ${bleed} mm is more than any printer takes.`,
      at: valuePlace(place, 'bleed'),
      hint: 'Usual are 3mm and 0.125in: is the unit right?',
    }),
  ];
}

function marginFaults(
  { trim, margins }: PageSettings,
  place: { tree: SettingNode; path: SettingPath },
): readonly Finding[] {
  if (!trim || !margins) return [];
  const width = trim.width - margins.inside - margins.outside;
  const height = trim.height - margins.top - margins.bottom;
  if (width >= LEAST_COLUMN && height >= LEAST_COLUMN) return [];
  return [
    finding('CONF-024', {
      message:
        `The margins leave ${shown(width)} x ${shown(height)} mm of a page of ${trim.width} x ` +
        `${trim.height} mm.`,
      at: keyPlaceOf(place.tree, [...place.path, 'margins']),
      hint: `Leave at least ${LEAST_COLUMN} mm each way.`,
    }),
  ];
}

function valuePlace({ tree, path }: { tree: SettingNode; path: SettingPath }, key: string) {
  return settingAt(tree, [...path, key])?.at ?? keyPlaceOf(tree, path);
}

function shown(millimetres: number): string {
  return String(Math.round(millimetres * 10) / 10);
}
