import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../../src/browser/find-browser.js';
import { MissingTool } from '../../../src/browser/missing-tool.js';
import { browserPlaces } from '../../../src/browser/find-browser.js';
import { startWatchdog } from '../../../src/browser/watchdog.js';

const linux = { env: {}, platform: 'linux', exists: () => false, unpack: async () => undefined } as const;

describe('finding a browser', () => {
  it('takes the one that was asked for before all others', async () => {
    const found = await findBrowser({
      ...linux,
      flag: '/opt/mine',
      env: { FOLDMARK_BROWSER: '/opt/other' },
      exists: () => true,
    });
    expect(found).toEqual({ executable: '/opt/mine', from: 'flag' });
  });

  it('takes the one of the environment before an installed one', async () => {
    expect(
      await findBrowser({ ...linux, env: { FOLDMARK_BROWSER: '/opt/other' }, exists: () => true }),
    ).toEqual({ executable: '/opt/other', from: 'environment' });
  });

  it('refuses a named browser that is not there, and names it', async () => {
    await expect(findBrowser({ ...linux, flag: '/opt/none' })).rejects.toThrow(
      '/opt/none (--browser): no such file',
    );
  });

  it('finds an installed one', async () => {
    expect(await findBrowser({ ...linux, exists: (path) => path === '/usr/bin/google-chrome' })).toEqual({
      executable: '/usr/bin/google-chrome',
      from: 'installed',
    });
  });

  it('falls back to the bundled one', async () => {
    const bundled = { executable: '/cache/chromium', libraries: '/cache/lib', fontSettings: '/cache/fonts' };
    expect(await findBrowser({ ...linux, unpack: async () => bundled })).toEqual({
      ...bundled,
      from: 'bundled',
    });
  });

  it.each([{ flag: 'bundled' }, { env: { FOLDMARK_BROWSER: 'bundled' } }])(
    'takes the bundled one where it is asked for, whatever is installed: %j',
    async (asked) => {
      const bundled = {
        executable: '/cache/chromium',
        libraries: '/cache/lib',
        fontSettings: '/cache/fonts',
      };
      expect(
        await findBrowser({ ...linux, ...asked, exists: () => true, unpack: async () => bundled }),
      ).toEqual({ ...bundled, from: 'bundled' });
      await expect(findBrowser({ ...linux, ...asked, exists: () => true })).rejects.toThrow(
        '@sparticuz/chromium: not installed, or not made for this platform (Linux x64)\nWithout --browser',
      );
    },
  );

  it('lists every place it looked at when there is none', async () => {
    const failure = await findBrowser(linux).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(MissingTool);
    expect((failure as MissingTool).looked).toEqual([
      ...browserPlaces('linux', {}),
      '@sparticuz/chromium: not installed, or not made for this platform (Linux x64)',
    ]);
  });

  it('knows the folders of Windows and macOS', () => {
    expect(browserPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    );
    expect(browserPlaces('darwin', { HOME: '/Users/me' })).toContain(
      '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium',
    );
  });
});

describe('the watchdog', () => {
  it('names what was under way when nothing moved', async () => {
    const dog = startWatchdog(5);
    dog.alive('laying out "Air", after its page 3');
    await expect(dog.watch(new Promise(() => undefined))).rejects.toThrow(
      'laying out "Air", after its page 3',
    );
  });

  it('passes a result on', async () => {
    expect(await startWatchdog(1000).watch(Promise.resolve(7))).toBe(7);
  });
});
