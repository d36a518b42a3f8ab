// placeholder
import type { PrintedFile } from './read.js';
export function joinFonts(files: readonly PrintedFile[]): readonly PrintedFile[] { return files; }
