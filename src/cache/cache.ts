// The one cache interface: bytes by key, in memory or on disk.
/**
 * Bytes by key: the kind of thing, a hyphen, the digest of all that decides it. What is damaged or gone is
 * simply not there.
 */
export interface Cache {
  read(key: string): Uint8Array | undefined;
  write(key: string, bytes: Uint8Array): void;
  /**
   * What a function of a module makes of an object, usually of bytes that were read here: made once, for as
   * long as the object is kept, and to be changed by nobody. Default: it is made each time.
   */
  readonly derive?: Derive;
}

export type Derive = <Source extends object, Made>(source: Source, make: (source: Source) => Made) => Made;

export const deriveEachTime: Derive = (source, make) => make(source);

/** For presses that are asked once. */
export const NO_CACHE: Cache = { read: () => undefined, write: () => undefined };

/**
 * A memory that is told only when all went well: findings that belong to no galley would be forgotten with
 * the next build.
 */
export function deferWrites(memory: Cache): Cache & { settle(): void } {
  const held: (readonly [string, Uint8Array])[] = [];
  return {
    ...memory,
    read: (key) => memory.read(key),
    write: (key, bytes) => {
      held.push([key, bytes]);
    },
    settle: () => {
      held.splice(0).forEach(([key, bytes]) => {
        memory.write(key, bytes);
      });
    },
  };
}
