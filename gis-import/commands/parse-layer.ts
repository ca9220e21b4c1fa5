import { maskIdentityNumbers } from '../../server/domain/identity-number/mask-identity-numbers.ts';
import type { LayerFacts } from '../../server/domain/layer/layer-facts.ts';
import { LAYER_AUDIENCES, LAYER_CODE, LAYER_LENGTHS, themeOfCode } from '../../server/domain/layer/layer-limits.ts';
import { LAYER_THEMES } from '../../server/domain/layer/layer-theme.ts';
import { endOfDay } from '../../server/domain/legal-day.ts';
import { CliProblem } from './cli-problem.ts';

/** Options that say what a layer is; taken with --kind layer only. */
export const LAYER_OPTIONS = ['layer', 'theme', 'title', 'title-en', 'source', 'licence', 'date', 'audience'] as const;
export type LayerOption = (typeof LAYER_OPTIONS)[number];

export const LAYER_USAGE = `  --layer CODE          thematic layer: small letters, digits and -, such as planning (needed for --kind layer)
  --title TEXT          title in Vietnamese (needed), --title-en TEXT in English
  --source TEXT         whose data it is (needed)
  --licence TEXT        terms under which it may be used (needed)
  --date YYYY-MM-DD     day the data is of (needed)
  --theme THEME         ${LAYER_THEMES.join(', ')}; default by the code
  --audience WHO        ${LAYER_AUDIENCES.join(', ')} (default staff): who sees a layer that is new`;

function invalid(option: LayerOption, needs: string): never {
  throw new CliProblem('option.invalid', { option: `--${option}`, needs });
}

/** Undefined for another kind. Throws CliProblem. */
export function parseLayer(isLayer: boolean, given: (option: LayerOption) => string | null): LayerFacts | undefined {
  if (!isLayer) {
    const stray = LAYER_OPTIONS.find((option) => given(option) !== null);
    return stray === undefined ? undefined : invalid(stray, '--kind layer');
  }
  const text = (option: LayerOption, most: number): string | null => {
    const value = given(option)?.normalize('NFC').trim() ?? null;
    if (value === null) return null;
    if (value === '' || [...value].length > most || /\p{C}/u.test(value)) invalid(option, `1–${most}`);
    return maskIdentityNumbers(value);
  };
  const needed = (option: LayerOption, most: number): string => text(option, most) ?? invalid(option, `1–${most}`);
  const code = needed('layer', 40);
  if (!new RegExp(LAYER_CODE).test(code)) invalid('layer', 'planning, flood-2026');
  const oneOf = <T extends string>(option: LayerOption, allowed: readonly T[], fallback: T): T => {
    const value = given(option);
    if (value === null) return fallback;
    return allowed.find((one) => one === value) ?? invalid(option, allowed.join(' | '));
  };
  return {
    code,
    theme: oneOf('theme', LAYER_THEMES, themeOfCode(code)),
    title: needed('title', LAYER_LENGTHS.title),
    titleEn: text('title-en', LAYER_LENGTHS.titleEn),
    source: needed('source', LAYER_LENGTHS.source),
    licence: needed('licence', LAYER_LENGTHS.licence),
    date: day(given('date')),
    audience: oneOf('audience', LAYER_AUDIENCES, 'staff'),
  };
}

function day(value: string | null): string {
  try {
    endOfDay(value ?? '');
    return value!;
  } catch {
    return invalid('date', 'YYYY-MM-DD');
  }
}
