import jpeg from 'jpeg-js';
import { describe, expect, it, vi } from 'vitest';
import { startDecodingPhotographs } from '../../../src/pipeline/build.js';
import type { Files, World } from '../../../src/model/world.js';

function jpegOf(shade: number): Uint8Array {
  return new Uint8Array(
    jpeg.encode({ width: 3, height: 2, data: new Uint8Array(3 * 2 * 4).fill(shade) }, 90).data,
  );
}

function filesOf(files: Readonly<Record<string, Uint8Array>>): Files {
  return {
    list: () => Object.keys(files).sort(),
    read: (path) => (files[path] === undefined ? { problem: 'missing' } : { bytes: files[path] }),
  };
}

/** A thread has to start first, which takes long on a busy machine. */
const PATIENCE = { timeout: 20_000 };

describe('photographs that texts name', () => {
  it('are decoded before they are asked for; others when they are', async () => {
    const [named, other, damaged] = [jpegOf(11), jpegOf(99), Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)];
    const book = filesOf({
      'one.md': Buffer.from('![a](images/named.jpg) ![b](images/damaged.jpg)'),
      'images/named.jpg': named,
      'images/other.jpg': other,
      'images/damaged.jpg': damaged,
    });
    const photograph = vi.fn<World['photograph']>(() => ({ problem: 'unreadable', reason: 'asked here' }));
    const world: World = {
      book,
      home: filesOf({}),
      font: () => ({ problem: 'missing' }),
      fontFiles: () => undefined,
      plainFont: () => undefined,
      photograph,
    };
    const ahead = startDecodingPhotographs(world);
    await vi.waitFor(() => {
      expect(ahead.photograph(named)).toEqual({ width: 3, height: 2 });
    }, PATIENCE);
    await vi.waitFor(() => {
      expect(ahead.photograph(damaged)).toEqual({ problem: 'unreadable', reason: 'it has no JPEG frame' });
    }, PATIENCE);
    photograph.mockClear();
    expect(ahead.photograph(named)).toEqual({ width: 3, height: 2 });
    expect(photograph).not.toHaveBeenCalled();
    expect(ahead.photograph(other)).toEqual({ problem: 'unreadable', reason: 'asked here' });
    expect(ahead.book.read('images/named.jpg')).toEqual({ bytes: named });
    expect(ahead.book.read('images/none.jpg')).toEqual({ problem: 'missing' });
  });

  it('are not decoded when they were judged before', async () => {
    const named = jpegOf(45);
    const book = filesOf({ 'one.md': Buffer.from('![a](named.jpg)'), 'named.jpg': named });
    const photograph = vi.fn<World['photograph']>(() => ({ problem: 'unreadable', reason: 'asked here' }));
    const remembered = {
      read: () => Buffer.from('{"kind":"jpeg","width":3,"height":2}'),
      write: () => undefined,
    };
    const ahead = startDecodingPhotographs({
      book,
      home: filesOf({}),
      font: () => ({ problem: 'missing' }),
      fontFiles: () => undefined,
      plainFont: () => undefined,
      photograph,
      remembered,
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    expect(ahead.photograph(named)).toEqual({ problem: 'unreadable', reason: 'asked here' });
  });

  it('are looked for in texts without a space, too', () => {
    const book = filesOf({ 'one.md': Buffer.from('字'.repeat(1_000_000)), 'named.jpg': jpegOf(7) });
    const world: World = {
      book,
      home: filesOf({}),
      font: () => ({ problem: 'missing' }),
      fontFiles: () => undefined,
      plainFont: () => undefined,
      photograph: () => ({ problem: 'too-large' }),
    };
    expect(startDecodingPhotographs(world).photograph(jpegOf(7))).toEqual({ problem: 'too-large' });
  });
});
