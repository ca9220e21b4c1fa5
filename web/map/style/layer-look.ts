import type { LayerTheme } from '../../../server/domain/layer/layer-theme.ts';
import type { Theme } from '../map-context.ts';

/** Strokes by which areas of a theme are told apart without their colour. */
export const HATCHES = ['rising', 'falling', 'level', 'upright', 'crossed', 'grid', 'dots', 'rings'] as const;
export type Hatch = (typeof HATCHES)[number];

export interface LayerLook {
  readonly colour: Readonly<Record<Theme, string>>;
  readonly hatch: Hatch;
  /** Of the outline; none: unbroken. */
  readonly dash: readonly number[];
}

/** How each theme is drawn: colour, hatch and outline differ, so that none of them is needed to tell two apart. */
export const LAYER_LOOKS: Readonly<Record<LayerTheme, LayerLook>> = {
  planning: { colour: { light: '#6A3D9A', dark: '#C6A5F0' }, hatch: 'rising', dash: [] },
  flood: { colour: { light: '#1F5FA8', dark: '#7DB8F5' }, hatch: 'level', dash: [2, 3] },
  transport: { colour: { light: '#9A4A00', dark: '#F0A860' }, hatch: 'crossed', dash: [10, 4] },
  heritage: { colour: { light: '#8A1C5B', dark: '#F08CC4' }, hatch: 'dots', dash: [10, 3, 2, 3] },
  agriculture: { colour: { light: '#3F6B00', dark: '#A9D65C' }, hatch: 'upright', dash: [6, 2] },
  services: { colour: { light: '#005F73', dark: '#6CD3E4' }, hatch: 'rings', dash: [1, 4] },
  'land-price': { colour: { light: '#5C5200', dark: '#E0CF5A' }, hatch: 'falling', dash: [14, 3, 3, 3] },
  other: { colour: { light: '#3B423E', dark: '#C9D0CB' }, hatch: 'grid', dash: [4, 4] },
};

/** Side of the square that a hatch repeats, pixels. */
export const HATCH_SIDE = 12;

/** One square of a hatch as SVG path data: for the canvas, and for the signs of the legend. */
export const HATCH_PATHS: Readonly<Record<Hatch, string>> = {
  rising: 'M-1 13L13 -1M-1 1L1 -1M11 13L13 11',
  falling: 'M-1 -1L13 13M11 -1L13 1M-1 11L1 13',
  level: 'M0 3H12M0 9H12',
  upright: 'M3 0V12M9 0V12',
  crossed: 'M-1 13L13 -1M-1 -1L13 13',
  grid: 'M6 0V12M0 6H12',
  dots: 'M3 2.2V3.8M2.2 3H3.8M9 8.2V9.8M8.2 9H9.8',
  rings: 'M6 3.5A2.5 2.5 0 1 0 6 8.5A2.5 2.5 0 1 0 6 3.5',
};
