/** Numbers as people read them: 1.234,5 in Vietnamese (vi-VN), 1,234.5 in English. */
import type { Language } from './language.ts';

const LOCALE: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

const made = new Map<string, Intl.NumberFormat>();

/** A formatter is made once for its options: making one costs hundreds of times what it takes to use it. */
function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.NumberFormat(LOCALE[language], options);
  made.set(key, fresh);
  return fresh;
}

/** At most `decimals` places; a value below one keeps two digits that mean something (0,031). */
export function formatNumber(value: number, language: Language, decimals = 2): string {
  const places = { maximumFractionDigits: decimals };
  const small = value !== 0 && Math.abs(value) < 1 && decimals > 0 ? { maximumSignificantDigits: 2 } : places;
  return formatter(language, small).format(value);
}

/** Without points between thousands: coordinates and scales. */
export function formatPlain(value: number, language: Language, decimals = 0): string {
  const options = { maximumFractionDigits: decimals, useGrouping: false };
  return formatter(language, options).format(value);
}

const UNITS = ['byte', 'kB', 'MB', 'GB', 'TB'];

/** Bytes in the largest unit (of 1000) that leaves a number of one or more: 2,1 GB. */
export function formatBytes(bytes: number, language: Language): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  return `${formatNumber(bytes / 1000 ** power, language, power === 0 ? 0 : 1)} ${UNITS[power]}`;
}

/** A share of one as per cent, without decimals and never rounded up to a certainty: 0.999 is 99%. */
export function formatShare(share: number, language: Language): string {
  return `${formatNumber(Math.floor(share * 100 + 1e-9), language, 0)}%`;
}

/** With exactly `decimals` places and without points between thousands: columns of coordinates and lengths. */
export function formatFixed(value: number, language: Language, decimals: number): string {
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false };
  return formatter(language, places).format(value);
}

/** An area in m²: 1.234,5 m². */
export const formatArea = (areaM2: number, language: Language, decimals = 2): string =>
  `${formatNumber(areaM2, language, decimals)} m²`;

/** The same for a column: always one decimal, as the cadastre rounds areas, so that the commas stand under each other. */
export function formatAreaColumn(areaM2: number, language: Language): string {
  // What rounds to nothing has no sign: "-0,0" would name a direction that the figure does not show.
  const places = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'negative' } as const;
  return `${formatter(language, places).format(areaM2)} m²`;
}
