// A World: the book's folder, Foldmark's own folder and the font packages.
import { plainFont } from '../fonts/plain-font.js';
import { readPhotograph } from '../images/jpeg/validate-jpeg.js';
import type { World } from '../model/world.js';
import { HOME } from '../shared/foldmark-folder.js';
import { filesOf } from './folder-files.js';
import { openFontPackages } from './font-packages.js';

/** Opens a World on a book's folder. The folder must exist. */
export function openWorld({ folder, epoch }: { folder: string; epoch?: number | undefined }): World {
  return {
    book: filesOf(folder),
    home: filesOf(HOME),
    ...openFontPackages(folder),
    plainFont,
    photograph: readPhotograph,
    ...(epoch === undefined ? {} : { epoch }),
  };
}
