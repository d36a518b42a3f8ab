// Draws the zine's figures into manuscript/images. Run it after a change: node tools/figures/draw.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { air } from './air.mjs';
import { disc } from './disc.mjs';
import { emblems } from './emblems.mjs';
import { moons } from './moons.mjs';
import { places } from './places.mjs';
import { plates } from './plates.mjs';

const FOLDER = new URL('../../manuscript/images/', import.meta.url);

const FIGURES = {
  'air.svg': air,
  'galilean-moons.svg': moons,
  'io.png': disc,
  'places.svg': places,
  ...emblems,
  ...plates,
};

mkdirSync(FOLDER, { recursive: true });
for (const [name, draw] of Object.entries(FIGURES)) writeFileSync(new URL(name, FOLDER), draw());
