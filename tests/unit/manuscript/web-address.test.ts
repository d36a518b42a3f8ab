import { expect, test } from 'vitest';
import { repairAddress } from '../../../src/manuscript/web-address.js';

test.each([
  ['https://example.org', 'https://example.org'],
  [
    'https://en.example.org/wiki/Mud_(soil)?x=1&y=%20#frag',
    'https://en.example.org/wiki/Mud_(soil)?x=1&y=%20#frag',
  ],
  ['https://example.org/?q[]=1&r={x}|y', 'https://example.org/?q%5B%5D=1&r=%7Bx%7D%7Cy'],
  ['https://example.org/a b.html', 'https://example.org/a%20b.html'],
  ['https://example.org/größe?x=ü#ö', 'https://example.org/gr%C3%B6%C3%9Fe?x=%C3%BC#%C3%B6'],
  ['https://müd.example/', 'https://xn--md-xka.example/'],
  ['https://example.org/%zz', 'https://example.org/%25zz'],
  ['https://example.org/x^y`z"\\', 'https://example.org/x%5Ey%60z%22/'],
  ['https://example.org/#a#b', 'https://example.org/#a%23b'],
  ['https:/example.org/x', 'https://example.org/x'],
  ['https://[::1]:80/x|y', 'https://[::1]:80/x%7Cy'],
  ['mailto:ada@example.org?subject=Mud%20%26 salt', 'mailto:ada@example.org?subject=Mud%20%26%20salt'],
  ['tel:+44 1234 567', 'tel:+441234567'],
  ['https:///x', undefined],
  ['http://', undefined],
  ['https://exa mple.org/', undefined],
  ['https://example.org:99999/', undefined],
  ['mailto:', undefined],
  ['tel:', undefined],
])('%s is written %s', (address, repaired) => {
  expect(repairAddress(address)).toBe(repaired);
});
