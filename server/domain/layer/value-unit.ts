/** Units of the number that a shape of a layer may carry. */
import { formatNumber } from '../words/format-number.ts';
import type { Language } from '../words/language.ts';

export const VALUE_UNITS = ['vnd_m2', 'm'] as const;
export type ValueUnit = (typeof VALUE_UNITS)[number];

const WORDS: Readonly<Record<ValueUnit, Readonly<Record<Language, string>>>> = {
  vnd_m2: { vi: 'đồng/m²', en: 'VND/m²' },
  m: { vi: 'm', en: 'm' },
};
const isUnit = (unit: string | null): unit is ValueUnit => (VALUE_UNITS as readonly (string | null)[]).includes(unit);

/** `1.250.000 đồng/m²`. */
export function formatValue(value: number, unit: string | null, language: Language): string {
  const decimals = unit === 'vnd_m2' ? 0 : 2;
  const number = formatNumber(value, language, decimals);
  return isUnit(unit) ? `${number} ${WORDS[unit][language]}` : number;
}
