/** What may be said of a layer; without schemas, so that a form that checks it stays small. */
import { LAYER_THEMES, type LayerTheme } from './layer-theme.ts';

/** As it stands in addresses: planning, flood-2025. */
export const LAYER_CODE = '^[a-z][a-z0-9-]{1,39}$';

export const LAYER_AUDIENCES = ['public', 'staff'] as const;
export type LayerAudience = (typeof LAYER_AUDIENCES)[number];

/** Longest texts, letters. */
export const LAYER_LENGTHS = { title: 200, titleEn: 200, source: 300, licence: 200 } as const;

/** The theme a code names by itself: `flood`, `land-price-2026`. */
export const themeOfCode = (code: string): LayerTheme =>
  LAYER_THEMES.find((theme) => code === theme || code.startsWith(`${theme}-`)) ?? 'other';
