/** What a thematic layer is of. Decides how it is drawn. */
export const LAYER_THEMES = [
  'planning',
  'flood',
  'transport',
  'heritage',
  'agriculture',
  'services',
  'land-price',
  'other',
] as const;
export type LayerTheme = (typeof LAYER_THEMES)[number];
