// The stores and reading systems that an EPUB can be made for where they want something else than all others.

export const STORE_NAMES = ['generic', 'apple', 'kindle', 'kobo'] as const;

export type StoreName = (typeof STORE_NAMES)[number];

export function isStore(name: string): name is StoreName {
  return STORE_NAMES.some((one) => one === name);
}
