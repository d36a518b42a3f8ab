// Where Foldmark itself is.
import { fileURLToPath } from 'node:url';

/** The folder that holds its styles, its templates and its package.json. */
export const HOME = fileURLToPath(new URL('../..', import.meta.url));
