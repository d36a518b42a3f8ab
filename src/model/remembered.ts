// A function that is asked the same again and again.

/** Finds out once for each key. */
export function remembered<Key, Value extends string | boolean>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}
