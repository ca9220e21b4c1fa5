import type { Figure, IndicatorDay, IndicatorSeries } from '../../domain/contract/indicators.ts';
import type { ReferenceEntry } from '../../domain/contract/reference.ts';
import { type Measure, PERSONAL_STEP } from '../../domain/indicator/measures.ts';
import { formatArea, formatNumber } from '../../domain/words/format-number.ts';
import type { Language } from '../../domain/words/language.ts';
import { pageWords } from '../words.ts';

export interface IndicatorFacts {
  readonly shown: IndicatorDay;
  /** The days up to it. */
  readonly series: IndicatorSeries;
  readonly landUse: readonly ReferenceEntry[];
  /** The one commune that is looked at; null for all. */
  readonly commune: string | null;
}

/** The communes that are looked at. */
export const placesOf = ({ shown, commune }: IndicatorFacts): IndicatorDay['communes'] =>
  commune === null ? shown.communes : shown.communes.filter(({ code }) => code === commune);

/** The figures of the day, of all communes together or of the one; none where nothing was counted in it. */
export const figuresOf = (facts: IndicatorFacts): readonly Figure[] =>
  facts.commune === null ? facts.shown.total : (placesOf(facts)[0]?.figures ?? []);

/** Null: told as fewer than five; undefined: not told at all. */
export const figureOf = (figures: readonly Figure[], measure: Measure): number | null | undefined =>
  figures.find((one) => one.measure === measure && one.item === null)?.value;

/** A figure as people read it. */
export function figureText(
  { shown }: Pick<IndicatorFacts, 'shown'>,
  measure: Measure,
  value: number | null,
  language: Language,
): string {
  const words = pageWords(language);
  const rule = shown.measures.find((one) => one.measure === measure);
  if (value === null) return words('indicator.fewer', { step: String(PERSONAL_STEP) });
  if (rule?.unit === 'm2') return formatArea(value, language);
  const number = formatNumber(value, language, 0);
  return rule?.inFives && value > 0 ? words('indicator.about', { value: number }) : number;
}
