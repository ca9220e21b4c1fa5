/** What a thematic layer is of. Decides its words, and how it is drawn. */
import type { Language } from '../words/language.ts';

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

export const THEME_WORDS: Readonly<Record<LayerTheme, Readonly<Record<Language, string>>>> = {
  planning: { vi: 'Quy hoạch', en: 'Planning' },
  flood: { vi: 'Ngập lụt', en: 'Flooding' },
  transport: { vi: 'Giao thông', en: 'Transport' },
  heritage: { vi: 'Di sản', en: 'Heritage' },
  agriculture: { vi: 'Nông nghiệp', en: 'Agriculture' },
  services: { vi: 'Trường học, y tế', en: 'Schools and health' },
  'land-price': { vi: 'Giá đất', en: 'Land prices' },
  other: { vi: 'Chuyên đề khác', en: 'Other' },
};
