import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAYER_THEMES } from '../../../server/domain/layer/layer-theme.ts';
import { notEmpty } from '../../../server/testing/not-empty.ts';
import { HATCHES, LAYER_LOOKS } from './layer-look.ts';
import { PALETTES } from './map-palette.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test('names of a layer are readable on the land and on their halo, in both themes', () => {
  for (const of of notEmpty(LAYER_THEMES)) {
    for (const theme of ['light', 'dark'] as const) {
      const ratio = contrast(LAYER_LOOKS[of].colour[theme], PALETTES[theme].land);
      assert.ok(ratio >= 4.5, `${of} ${theme}: ${ratio.toFixed(2)}`);
    }
  }
});

test('no two themes share hatch or outline, so that colour is never needed', () => {
  const hatches = LAYER_THEMES.map((of) => LAYER_LOOKS[of].hatch);
  assert.equal(new Set(hatches).size, LAYER_THEMES.length);
  assert.deepEqual([...hatches].sort(), [...HATCHES].sort());
  assert.equal(new Set(LAYER_THEMES.map((of) => LAYER_LOOKS[of].dash.join())).size, LAYER_THEMES.length);
});
