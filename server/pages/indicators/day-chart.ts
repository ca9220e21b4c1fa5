import { formatDay } from '../../domain/words/format-day.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import { stackTable } from '../frame/stack-table.ts';
import { pageWords } from '../words.ts';

export interface DayFigure {
  readonly day: string;
  readonly value: number;
}

const HEIGHT = 40;
/** A column and the gap beside it, in units of the picture. */
const STEP = 4;
const COLUMN = 3;

/** A column for each day over a ground line, and the same as a table. What the picture shows its label says in a sentence. */
export function dayChart(title: string, days: readonly DayFigure[], language: Language): Html {
  const words = pageWords(language);
  const most = Math.max(0, ...days.map(({ value }) => value));
  const number = (value: number) => formatNumber(value, language, 0);
  const label = words('indicator.chart', {
    title,
    from: formatDay(days[0]!.day, language),
    to: formatDay(days.at(-1)!.day, language),
    most: number(most),
  });
  const columns = days.map(({ value }, n) => {
    const height = most === 0 ? 0 : (value / most) * (HEIGHT - 1);
    return html`<rect x="${n * STEP}" y="${(HEIGHT - 1 - height).toFixed(2)}" width="${COLUMN}" height="${height.toFixed(2)}"/>`;
  });
  const table = stackTable(
    title,
    [
      { title: words('indicator.day'), names: true },
      { title: words('indicator.col.count'), sum: true },
    ],
    days.toReversed().map(({ day, value }) => [formatDay(day, language), number(value)]),
    [words('indicator.total'), number(days.reduce((sum, { value }) => sum + value, 0))],
  );
  return html`<figure class="days">
<figcaption>${title}</figcaption>
<svg role="img" aria-label="${label}" viewBox="0 0 ${days.length * STEP} ${HEIGHT}" preserveAspectRatio="none">${columns}<rect class="ground" x="0" y="${HEIGHT - 0.4}" width="${days.length * STEP}" height="0.4"/></svg>
<p class="help span"><span>${formatDay(days[0]!.day, language)}</span><span>${formatDay(days.at(-1)!.day, language)}</span></p>
${table}
</figure>`;
}
