import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const blockOf = (selector: string): string => {
  const from = css.indexOf(`${selector} {`);
  assert.ok(from >= 0, selector);
  return css.slice(from, css.indexOf('}', from));
};
const tokens = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]));
const light = tokens(blockOf(':root'));
const dark = tokens(blockOf(':root[data-theme="dark"]'));

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

/** [front, behind, least contrast]: 4.5 for text, 3 for the borders of fields and the ring of the focus. */
const PAIRS = [
  ...['ink', 'quiet-ink', 'accent', 'seal', 'waiting'].flatMap((text) => [
    [text, 'ground', 4.5],
    [text, 'surface', 4.5],
  ]),
  ['on-accent', 'accent', 4.5],
  ['ink', 'accent-wash', 4.5],
  ['quiet-ink', 'accent-wash', 4.5],
  ['accent', 'accent-wash', 4.5],
  ['edge', 'ground', 3],
  ['edge', 'surface', 3],
] as [string, string, number][];

for (const [theme, values] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`${theme}: every pair of text and ground is readable (AA)`, () => {
    for (const [front, behind, least] of PAIRS) {
      const [a, b] = [values.get(front), values.get(behind)];
      assert.ok(a && b, `${front} on ${behind} is named in ${theme}`);
      assert.ok(contrast(a, b) >= least, `${front} on ${behind}: ${contrast(a, b).toFixed(2)}`);
    }
  });
}

test('white on the dark accent is not readable, which is why the dark theme puts dark text there', () => {
  assert.ok(contrast('#ffffff', dark.get('accent')!) < 4.5);
  assert.notEqual(dark.get('on-accent'), '#ffffff');
});

test('dark by the device and dark by choice are the same colours, and name what light names', () => {
  assert.deepEqual(tokens(blockOf(':root:not([data-theme="light"])')), dark);
  assert.deepEqual([...dark.keys()].sort(), [...light.keys()].sort());
});
