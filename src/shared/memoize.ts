// Functions that are asked the same again and again.

/** Finds out once for each key. */
export function memoize<Key, Value extends string | boolean>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}

/** Finds out once about each object, for as long as it is kept. */
export function memoizeByObject<Source extends object, Value>(
  find: (source: Source) => Value,
): (source: Source) => Value {
  const known = new WeakMap<Source, { readonly value: Value }>();
  return (source) => {
    const found = known.get(source) ?? { value: find(source) };
    known.set(source, found);
    return found.value;
  };
}
