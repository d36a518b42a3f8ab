// The doors of the config room.
export { readConfig } from './book.js';
export { readCast } from './cast.js';
export { readFrontMatter } from './front-matter.js';
export { readTheme } from './theme.js';
export { bookSchemaJson, castSchemaJson, frontMatterSchemaJson, themeSchemaJson } from './schema/json.js';
