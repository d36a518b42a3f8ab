// Draws the zine's figures into manuscript/images. Run it after a change: node tools/figures/draw.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { air } from './air.mjs';
import { emblems } from './emblems.mjs';

const FOLDER = new URL('../../manuscript/images/', import.meta.url);

const FIGURES = {
  'air.svg': air,
  ...emblems,
};

mkdirSync(FOLDER, { recursive: true });
for (const [name, draw] of Object.entries(FIGURES)) writeFileSync(new URL(name, FOLDER), draw());
