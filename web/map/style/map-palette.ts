import type { Theme } from '../map-context.ts';

/**
 * Colours of everything drawn on the canvas, theme by theme: two whole tables, no filter over one. Tokens of
 * web/ui/theme.css where one fits; a canvas cannot read custom properties while it draws.
 */
export interface Palette {
  readonly ink: string;
  readonly line: string;
  /** Land inside a commune of the register, as against elsewhere. */
  readonly land: string;
  readonly accent: string;
  /** Casing around the accent, so that a selection shows on every fill. */
  readonly casing: string;
  readonly halo: string;
  readonly historic: string;
  /** Records under review with a warning. */
  readonly warned: string;
  readonly sheetLine: string;
  readonly communeLine: string;
  readonly place: string;
  readonly fix: string;
  readonly fixHalo: string;
  readonly measure: string;
  readonly measureFill: string;
  readonly frame: string;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    ink: '#1D2421',
    line: '#5A645F',
    land: '#FFFFFF',
    accent: '#0B6B4F',
    casing: '#FFFFFF',
    halo: 'rgba(251, 249, 244, 0.85)',
    historic: '#7A7F7B',
    warned: '#8A5A00',
    sheetLine: '#6B5E4A',
    communeLine: '#4A3F5C',
    place: '#3B423E',
    fix: '#1F5FA8',
    fixHalo: 'rgba(31, 95, 168, 0.16)',
    measure: '#B3261E',
    measureFill: 'rgba(179, 38, 30, 0.12)',
    frame: '#0B6B4F',
  },
  dark: {
    ink: '#ECEFEA',
    line: '#9BA6A0',
    land: '#1C2227',
    accent: '#4CC79B',
    casing: '#14181B',
    halo: 'rgba(20, 24, 27, 0.85)',
    historic: '#9A9F9B',
    warned: '#F2B84B',
    sheetLine: '#B9A98C',
    communeLine: '#BFB0D8',
    place: '#D2D8D3',
    fix: '#7FB4F0',
    fixHalo: 'rgba(127, 180, 240, 0.2)',
    measure: '#FF897D',
    measureFill: 'rgba(255, 137, 125, 0.16)',
    frame: '#4CC79B',
  },
};

export const MAP_FONT = "'Be Vietnam Pro', system-ui, sans-serif";
