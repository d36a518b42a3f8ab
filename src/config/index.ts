// The doors of the config room.
export { readConfig, type Flags } from './book.js';
export { readCast } from './cast.js';
export { readFrontMatter, type FrontMatter } from './front-matter.js';
export { readTheme } from './theme.js';
export { closest, decodeText } from './text.js';
export { bookSchemaJson, castSchemaJson, frontMatterSchemaJson, themeSchemaJson } from './schema/json.js';
export { EDITION_NAMES } from './schema/book.js';
export { MARC_RELATORS } from './values/roles.js';
