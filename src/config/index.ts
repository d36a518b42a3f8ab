// What config offers to other modules.
export { readConfig } from './book.js';
export { readCast } from './cast.js';
export { readFrontMatter } from './front-matter.js';
export { readProfile, readProfiles } from './profile.js';
export { readTheme } from './theme.js';
export {
  bookKeysSchema,
  bookSchemaJson,
  castSchemaJson,
  frontMatterSchemaJson,
  profileSchemaJson,
  themeSchemaJson,
} from './schema/json.js';
export { bookReferencePage } from './schema/reference-page.js';
