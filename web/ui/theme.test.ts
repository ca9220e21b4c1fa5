import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const tokens = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex!]));

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

const PAIRS = [
  ...['ink', 'quiet-ink', 'accent', 'seal', 'waiting'].flatMap((text) => [
    [text, 'ground'],
    [text, 'surface'],
  ]),
  ['on-accent', 'accent'],
] as [string, string][];
for (const [theme, values] of [
  ['light', tokens(light)],
  ['dark', tokens(dark)],
] as const) {
  test(`${theme}: every pair of text and ground is readable (AA, 4.5:1)`, () => {
    for (const [text, ground] of PAIRS) {
      const [a, b] = [values.get(text), values.get(ground)];
      assert.ok(a && b, `${text} on ${ground} is named in ${theme}`);
      assert.ok(contrast(a, b) >= 4.5, `${text} on ${ground}: ${contrast(a, b).toFixed(2)}`);
    }
  });
}
