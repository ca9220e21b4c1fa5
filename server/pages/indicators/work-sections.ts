import { MEASURES, type Measure, PERSONAL_STEP } from '../../domain/indicator/measures.ts';
import { formatNumber, formatShare } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import { pageWords } from '../words.ts';
import { barTable } from './bar-table.ts';
import { dayChart } from './day-chart.ts';
import { figureOf, type figuresOf, figureText, type IndicatorFacts, placesOf } from './figures-of.ts';

const BY_DAY: readonly Measure[] = ['dealings_registered', 'requests_received'];

/** Dealings and requests day by day, and what is in hand by commune. */
export function workSection(facts: IndicatorFacts, language: Language): Html {
  const words = pageWords(language);
  const { days } = facts.series;
  const charts =
    days.length > 0 &&
    BY_DAY.map((measure) =>
      dayChart(
        MEASURES[measure].title[language],
        days.map(({ day, figures }) => ({ day, value: figureOf(figures, measure) ?? 0 })),
        language,
      ),
    );
  const inHand = ['dealings_open', 'requests_open', 'requests_overdue'] as const;
  const title = words('indicator.byCommune');
  const rows = placesOf(facts).map(({ name, figures }) => ({
    cells: [name, ...inHand.map((measure) => formatNumber(figureOf(figures, measure) ?? 0, language, 0))],
    length: (figureOf(figures, 'dealings_open') ?? 0) + (figureOf(figures, 'requests_open') ?? 0),
  }));
  const foot = inHand.map((measure) => formatNumber(figureOf(facts.shown.total, measure) ?? 0, language, 0));
  return html`<section><h2>${words('indicator.work')}</h2>
<div class="charts">${charts}</div>
<h3>${title}</h3>
${barTable(
  title,
  [
    { title: words('indicator.col.commune'), names: true },
    ...inHand.map((measure) => ({ title: MEASURES[measure].title[language], sum: true })),
  ],
  words('indicator.col.bar'),
  rows,
  facts.commune === null ? { foot: [words('indicator.total'), ...foot] } : {},
)}</section>`;
}

/** How much of the land has its holder in the register, by commune. */
export function digitisingSection(facts: IndicatorFacts, language: Language): Html | false {
  const words = pageWords(language);
  if (figureOf(facts.shown.total, 'parcels') === undefined) return false;
  const share = (figures: ReturnType<typeof figuresOf>) => {
    const parcels = figureOf(figures, 'parcels') ?? 0;
    return parcels === 0 ? null : (figureOf(figures, 'parcels_with_holder') ?? 0) / parcels;
  };
  const cells = (figures: ReturnType<typeof figuresOf>) => {
    const part = share(figures);
    return [
      formatNumber(figureOf(figures, 'parcels_with_holder') ?? 0, language, 0),
      part === null ? null : formatShare(part, language),
    ];
  };
  const title = words('indicator.digitising');
  return html`<section><h2>${title}</h2>
<p class="help">${words('indicator.digitisingHelp')}</p>
${barTable(
  title,
  [
    { title: words('indicator.col.commune'), names: true },
    { title: MEASURES.parcels_with_holder.title[language], sum: true },
    { title: words('indicator.col.share'), sum: true },
  ],
  words('indicator.col.bar'),
  placesOf(facts).map(({ name, figures }) => ({ cells: [name, ...cells(figures)], length: share(figures) })),
  { whole: 1, ...(facts.commune === null ? { foot: [words('indicator.total'), ...cells(facts.shown.total)] } : {}) },
)}</section>`;
}

/** Mortgages in force by commune, in steps of five. */
export function mortgagesSection(facts: IndicatorFacts, language: Language): Html {
  const words = pageWords(language);
  const title = words('indicator.mortgages');
  const text = (figures: ReturnType<typeof figuresOf>) => {
    const value = figureOf(figures, 'mortgages');
    return figureText(facts, 'mortgages', value === undefined ? 0 : value, language);
  };
  return html`<section><h2>${title}</h2>
<p class="help">${words('indicator.fives', { step: String(PERSONAL_STEP), below: String(PERSONAL_STEP - 1) })}</p>
${barTable(
  title,
  [
    { title: words('indicator.col.commune'), names: true },
    { title: MEASURES.mortgages.title[language], sum: true },
  ],
  words('indicator.col.bar'),
  placesOf(facts).map(({ name, figures }) => ({
    cells: [name, text(figures)],
    length: figureOf(figures, 'mortgages') ?? null,
  })),
  facts.commune === null ? { foot: [words('indicator.total'), text(facts.shown.total)] } : {},
)}</section>`;
}
