import type { ReferenceEntry } from '../../domain/contract/reference.ts';
import { formatDay } from '../../domain/words/format-day.ts';
import { formatAreaColumn, formatNumber, formatShare } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import { landUseWords, NO_LISTED_USE } from '../../domain/words/land-use-words.ts';
import type { Language } from '../../domain/words/language.ts';
import { stackTable } from '../frame/stack-table.ts';
import { pageWords } from '../words.ts';
import { barTable } from './bar-table.ts';
import { figureOf, figuresOf, type IndicatorFacts, placesOf } from './figures-of.ts';

/** Parcels by commune, largest number first. */
export function communesSection(facts: IndicatorFacts, language: Language): Html | false {
  const places = placesOf(facts);
  if (!facts.shown.measures.some(({ measure }) => measure === 'parcels') || places.length === 0) return false;
  const words = pageWords(language);
  const title = words('indicator.land');
  const hasArea = facts.shown.measures.some(({ measure }) => measure === 'area_m2');
  const cells = (figures: ReturnType<typeof figuresOf>) => [
    formatNumber(figureOf(figures, 'parcels') ?? 0, language),
    ...(hasArea ? [formatAreaColumn(figureOf(figures, 'area_m2') ?? 0, language)] : []),
  ];
  const rows = places
    .map(({ code, name, figures }) => ({
      cells: [html`<a href="/communes/${code}">${name}</a>`, ...cells(figures)],
      length: figureOf(figures, 'parcels') ?? 0,
    }))
    .sort((one, other) => other.length - one.length);
  return html`<section><h2>${title}</h2>
${barTable(
  title,
  [
    { title: words('indicator.col.commune'), names: true },
    { title: words('indicator.col.parcels'), sum: true },
    ...(hasArea ? [{ title: words('indicator.col.area'), sum: true }] : []),
  ],
  words('indicator.col.bar'),
  rows,
  facts.commune === null ? { foot: [words('indicator.total'), ...cells(facts.shown.total)] } : {},
)}</section>`;
}

/** What a land-use code is called, and its colour on the map. */
function useOf(code: string, landUse: readonly ReferenceEntry[]) {
  const found = landUse.find((entry) => entry.code === code);
  if (!found) return { code, nameVi: code || NO_LISTED_USE.nameVi, nameEn: code || NO_LISTED_USE.nameEn, fill: null };
  const { fill } = found.attributes;
  return {
    code,
    nameVi: found.labelVi,
    nameEn: found.labelEn ?? found.labelVi,
    fill: typeof fill === 'string' ? fill : null,
  };
}

/** Land by use with what came and went since the first day of the series, and the changes of use in between. */
export function landUseSection(facts: IndicatorFacts, language: Language): Html | false {
  const { series, landUse } = facts;
  const uses = figuresOf(facts).filter(({ measure }) => measure === 'land_use_area_m2');
  if (uses.length === 0) return false;
  const words = pageWords(language);
  const first = series.days[0];
  const past = first !== undefined && first.day !== facts.shown.day ? first : null;
  const before = (item: string | null) =>
    past?.figures.find((one) => one.measure === 'land_use_area_m2' && one.item === item)?.value ?? 0;
  const whole = uses.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const signed = (change: number) => `${change > 0 ? '+' : ''}${formatAreaColumn(change, language)}`;
  const table = barTable(
    words('indicator.landUse'),
    [
      { title: words('indicator.col.use'), names: true },
      { title: words('indicator.col.area'), sum: true },
      { title: words('indicator.col.share'), sum: true },
      ...(past ? [{ title: words('indicator.col.change'), sum: true }] : []),
    ],
    words('indicator.col.bar'),
    uses
      .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))
      .map(({ item, value }) => {
        const use = useOf(item ?? '', landUse);
        return {
          cells: [
            landUseWords(use, language),
            formatAreaColumn(value ?? 0, language),
            formatShare((value ?? 0) / whole, language),
            ...(past ? [signed((value ?? 0) - before(item))] : []),
          ],
          length: value,
          fill: use.fill,
        };
      }),
  );
  const day = past && formatDay(past.day, language);
  return html`<section><h2>${words('indicator.landUse')}</h2>
<p class="help">${day === null ? words('indicator.landUseNoPast') : words('indicator.landUseHelp', { day })}</p>
${table}
${first && changes(facts, formatDay(first.day, language), language)}</section>`;
}

function changes({ series, landUse }: IndicatorFacts, day: string, language: Language): Html {
  const words = pageWords(language);
  const sums = new Map<string, { parcels: number; areaM2: number }>();
  for (const { figures } of series.days) {
    for (const { measure, item, value } of figures) {
      if (item === null || value === null || !measure.startsWith('land_use_change')) continue;
      const sum = sums.get(item) ?? { parcels: 0, areaM2: 0 };
      if (measure === 'land_use_change_parcels') sum.parcels += value;
      else sum.areaM2 += value;
      sums.set(item, sum);
    }
  }
  const title = words('indicator.changes', { day });
  if (sums.size === 0) return html`<p>${words('indicator.noChanges', { day })}</p>`;
  const name = (codes: string) =>
    codes
      .split('+')
      .map((code) => landUseWords(useOf(code, landUse), language))
      .join(' + ');
  const table = stackTable(
    title,
    [
      { title: words('indicator.col.from'), names: true },
      { title: words('indicator.col.to') },
      { title: words('indicator.col.parcels'), sum: true },
      { title: words('indicator.col.area'), sum: true },
    ],
    [...sums]
      .sort(([, one], [, other]) => other.areaM2 - one.areaM2)
      .map(([item, { parcels, areaM2 }]) => {
        const [from = '', to = ''] = item.split('>');
        return [name(from), name(to), formatNumber(parcels, language), formatAreaColumn(areaM2, language)];
      }),
  );
  return html`<h3>${title}</h3>
${table}`;
}
