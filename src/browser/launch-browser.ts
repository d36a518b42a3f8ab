// How a browser is started so that it says the same on every machine and speaks to nobody.
import type { FoundBrowser } from './find-browser.js';

/** Launch flags; `sandbox` is off only where the system cannot give one. */
export function launchFlags(sandbox: 'on' | 'off'): readonly string[] {
  return [...QUIET, ...OFFLINE, ...STEADY, ...SPARING, ...(sandbox === 'off' ? ['--no-sandbox'] : [])];
}

/**
 * The browser sees none of the caller's environment: no proxy, no locale, no home folder; what it leaves
 * lying about lies in its profile.
 */
export function launchEnvironment(
  found: FoundBrowser,
  profile: string,
  path: string | undefined,
): Record<string, string> {
  const env = { PATH: path ?? '/usr/bin:/bin', HOME: profile, TMPDIR: profile, LANG: 'C.UTF-8', TZ: 'UTC' };
  if (found.libraries === undefined) return env;
  return {
    ...env,
    LD_LIBRARY_PATH: found.libraries,
    ...(found.fontSettings === undefined ? {} : { FONTCONFIG_PATH: found.fontSettings }),
  };
}

/**
 * The box for addresses draws its suggestions in a page of its own, which takes as much as laying out thirty
 * of ours.
 */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--mute-audio',
  `--disable-features=${[
    'DnsOverHttps',
    'PreconnectToSearch',
    'NetworkPrediction',
    'MediaRouter',
    'OptimizationHints',
    'Translate',
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
    'WebUIOmniboxFullPopup',
    'SpareRendererForSitePerProcess',
  ].join(',')}`,
];

/** No name resolves, the proxy is a dead port, and nothing is fetched ahead. */
const OFFLINE = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-quic',
  '--disable-domain-reliability',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/**
 * Glyphs where the font says, not where a screen's pixels would like them; timers at full speed in tabs that
 * nobody looks at.
 */
const STEADY = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/**
 * Tabs keep less of what they are done with, and the page script may have it collected (in-page/tidy.ts): 180
 * MB less for 265 pages, in the same time. No window but those that are asked for, no renderer ahead of them,
 * and what speaks to the screen and to the network, neither of which is there, in the browser's own process:
 * 45 MB and a quarter of a second of processors less.
 */
const SPARING = [
  '--js-flags=--expose-gc --max-semi-space-size=2',
  '--no-startup-window',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
];

/** What puppeteer adds by itself: a first page, which nobody looks at. */
export const UNWANTED_FLAGS: readonly string[] = ['about:blank'];
