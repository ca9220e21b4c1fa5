import type pg from 'pg';
import {
  type CountedDay,
  type FigureRow,
  type FigureSource,
  findCountedDay,
  listCommuneNames,
  listCountedDays,
  listFigures,
  listTotals,
} from '../../db/indicator/figures.ts';
import { readPublication } from '../../db/reference/publication.ts';
import { type Actor, actsIn } from '../../domain/actor.ts';
import type { Figure, IndicatorDay, IndicatorSeries } from '../../domain/contract/indicators.ts';
import { MEASURE_CODES, MEASURES, type Measure, MOST_DAYS } from '../../domain/indicator/measures.ts';
import { endOfDay } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { ChannelPolicy } from '../../domain/publication/publication-policy.ts';

/** What somebody is told, and of which measures. */
export interface IndicatorView {
  readonly source: FigureSource;
  readonly measures: readonly Measure[];
  readonly inFives: boolean;
}

const rests = ({ allows }: ChannelPolicy) =>
  MEASURE_CODES.filter((code) => MEASURES[code].rests.every((field) => allows(field)));

/** What everybody is told: land as far as looking it up one by one tells it, persons in steps of five. */
export async function openIndicators(portal: pg.Pool): Promise<IndicatorView> {
  const { lookup } = await readPublication(portal);
  return { source: { pool: portal, exact: false }, measures: rests(lookup), inFives: true };
}

/** What staff is told: exact figures of the communes it serves. */
export const staffIndicators = (pool: pg.Pool, { communes }: Actor): IndicatorView => ({
  source: { pool, exact: true, communes },
  measures: MEASURE_CODES,
  inFives: false,
});

const describe = ({ measures, inFives }: IndicatorView): IndicatorDay['measures'] =>
  measures.map((measure) => {
    const { group, kind, unit, personal, title } = MEASURES[measure];
    return { measure, group, kind, unit, inFives: inFives && personal, titleVi: title.vi, titleEn: title.en };
  });

/** The figures of one place and day in the order of the measures: what is not counted is nought, where it has no parts. */
function tell({ measures }: IndicatorView, rows: readonly FigureRow[]): Figure[] {
  const byMeasure = Map.groupBy(rows, ({ measure }) => measure);
  return measures.flatMap((measure): Figure[] => {
    const found = byMeasure.get(measure) ?? [];
    if (MEASURES[measure].parts) return found.map(({ item, value }) => ({ measure, item, value }));
    return [{ measure, item: null, value: found.length === 0 ? 0 : found[0]!.value }];
  });
}

const said = ({ day, kept, countedAt }: CountedDay) => ({ day, kept, countedAt: countedAt.toISOString() });

async function requireDay(source: FigureSource, day?: string): Promise<CountedDay> {
  const found = await findCountedDay(source, day);
  if (!found) throw new Problem('indicator.day_unknown');
  return found;
}

/** Whether anything was counted yet. */
export const hasIndicators = async ({ source }: IndicatorView): Promise<boolean> =>
  (await findCountedDay(source)) !== undefined;

/** One day by commune. Throws indicator.day_unknown. */
export async function readIndicatorDay(view: IndicatorView, asked?: string): Promise<IndicatorDay> {
  const { source } = view;
  const counted = await requireDay(source, asked);
  const { day } = counted;
  const [totals, figures, names] = await Promise.all([
    listTotals(source, day, day),
    listFigures(source, day, day),
    listCommuneNames(source.pool, day),
  ]);
  const communes = [...Map.groupBy(figures, ({ communeCode }) => communeCode!)].map(([code, rows]) => ({
    code,
    name: names.get(code) ?? code,
    figures: tell(view, rows),
  }));
  return { ...said(counted), measures: describe(view), total: tell(view, totals), communes };
}

const DAY_MS = 24 * 3600_000;
const DEFAULT_DAYS = 30;

/** First and last day of what is asked; by default the last thirty. Throws indicator.span_wrong, indicator.day_unknown. */
async function spanOf(source: FigureSource, from?: string, to?: string): Promise<[from: string, to: string]> {
  const last = to ?? (await requireDay(source)).day;
  const end = endOfDay(last).getTime();
  const first = from ?? new Date(end - DEFAULT_DAYS * DAY_MS + 7 * 3600_000).toISOString().slice(0, 10);
  const days = Math.round((end - endOfDay(first).getTime()) / DAY_MS) + 1;
  if (days < 1 || days > MOST_DAYS) throw new Problem('indicator.span_wrong');
  return [first, last];
}

export interface AskedSpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Day by day, of one commune or of all together; days of which there are no figures are left out. */
export async function readIndicatorSeries(
  view: IndicatorView,
  { from, to, commune }: AskedSpan & { readonly commune?: string | undefined },
): Promise<IndicatorSeries> {
  const { source } = view;
  if (commune !== undefined && source.exact && !actsIn({ communes: source.communes } as Actor, commune))
    throw new Problem('commune.not_found');
  const span = await spanOf(source, from, to);
  const [days, rows, names] = await Promise.all([
    listCountedDays(source, ...span),
    commune === undefined ? listTotals(source, ...span) : listFigures(source, ...span, commune),
    listCommuneNames(source.pool, span[1]),
  ]);
  if (commune !== undefined && !names.has(commune)) throw new Problem('commune.not_found');
  const byDay = Map.groupBy(rows, ({ day }) => day);
  return {
    commune: commune ?? null,
    measures: describe(view),
    days: days.map((one) => ({ ...said(one), figures: tell(view, byDay.get(one.day) ?? []) })),
  };
}

/** The days of a span, for who reads them one by one. */
export async function listIndicatorDays(view: IndicatorView, asked: AskedSpan): Promise<string[]> {
  const span = await spanOf(view.source, asked.from, asked.to);
  return (await listCountedDays(view.source, ...span)).map(({ day }) => day);
}

/** Figures of all communes together on the last day that was counted, for who watches the system: none of persons, and none in parts. */
export async function readOverallFigures(portal: pg.Pool): Promise<{ measure: Measure; value: number }[]> {
  const source = { pool: portal, exact: false } as const;
  const counted = await findCountedDay(source);
  if (!counted) return [];
  const measures = MEASURE_CODES.filter((code) => !MEASURES[code].personal && !MEASURES[code].parts);
  const rows = await listTotals(source, counted.day, counted.day);
  return tell({ source, measures, inFives: true }, rows).map(({ measure, value }) => ({ measure, value: value ?? 0 }));
}
