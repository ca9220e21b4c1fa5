/** What is said of a layer, as text from a form or with a file, checked; the command line has its own words for the same (gis-import/commands/parse-layer.ts). */
import { maskIdentityNumbers } from '../identity-number/mask-identity-numbers.ts';
import { endOfDay } from '../legal-day.ts';
import type { FieldError } from '../problem/problem.ts';
import type { LayerFacts } from './layer-facts.ts';
import { LAYER_AUDIENCES, LAYER_CODE, LAYER_LENGTHS, themeOfCode } from './layer-limits.ts';
import { LAYER_THEMES } from './layer-theme.ts';

export const LAYER_KEYS = ['layer', 'theme', 'title', 'titleEn', 'source', 'licence', 'date', 'audience'] as const;
export type LayerKey = (typeof LAYER_KEYS)[number];
export const isLayerKey = (key: string): key is LayerKey => (LAYER_KEYS as readonly string[]).includes(key);

export type GivenLayer = Readonly<Partial<Record<LayerKey, string | null>>>;

function isDay(value: string): boolean {
  try {
    endOfDay(value);
    return true;
  } catch {
    return false;
  }
}

/** Texts in NFC and without numbers of persons; what is missing or unfit goes to `errors`, and then there is no answer. */
export function readLayerFacts(given: GivenLayer, errors: FieldError[]): LayerFacts | undefined {
  const before = errors.length;
  const fail = (field: LayerKey, message: string) => void errors.push({ field, message });
  function text(key: LayerKey, most: number, isNeeded: boolean): string {
    const value = (given[key] ?? '').normalize('NFC').trim();
    if (value === '' ? isNeeded : [...value].length > most || /\p{C}/u.test(value))
      fail(key, value === '' ? 'is missing' : `must be visible letters, at most ${most}`);
    return maskIdentityNumbers(value);
  }
  function oneOf<T extends string>(key: LayerKey, allowed: readonly T[], missing: T): T {
    const value = given[key] ?? '';
    const found = value === '' ? missing : allowed.find((one) => one === value);
    if (found === undefined) fail(key, `must be one of ${allowed.join(', ')}`);
    return found ?? missing;
  }
  const code = text('layer', 40, true);
  if (code !== '' && !new RegExp(LAYER_CODE).test(code))
    fail('layer', 'must be small letters, digits and -, beginning with a letter, such as planning or flood-2026');
  const titleEn = text('titleEn', LAYER_LENGTHS.titleEn, false);
  const date = text('date', 10, true);
  if (date !== '' && !isDay(date)) fail('date', 'must be a day, YYYY-MM-DD');
  const facts: LayerFacts = {
    code,
    theme: oneOf('theme', LAYER_THEMES, themeOfCode(code)),
    title: text('title', LAYER_LENGTHS.title, true),
    titleEn: titleEn === '' ? null : titleEn,
    source: text('source', LAYER_LENGTHS.source, true),
    licence: text('licence', LAYER_LENGTHS.licence, true),
    date,
    audience: oneOf('audience', LAYER_AUDIENCES, 'staff'),
  };
  return errors.length === before ? facts : undefined;
}
