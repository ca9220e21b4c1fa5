/** Figures of the land and of the office's work, by commune and day: open to all, and exact for staff within its communes. */
import Type, { type Static, type TString } from 'typebox';
import {
  INDICATOR_GROUPS,
  type IndicatorGroup,
  MEASURE_CODES,
  type Measure,
  MOST_DAYS,
} from '../indicator/measures.ts';
import { STAFF_ROLES } from '../role.ts';
import { LANGUAGES, type Language } from '../words/language.ts';
import { choice } from './batch/batch-shapes.ts';
import { defineContract } from './contract.ts';
import { CommuneCode, Day, Instant, nullable } from './fields.ts';

const closed = { additionalProperties: false } as const;

export const Figure = Type.Object({
  measure: choice<Measure>(MEASURE_CODES),
  item: nullable(
    Type.String({ description: 'Land-use code, change of it (LUC>ONT) or kind of dealing; null: the whole' }),
  ),
  value: nullable(Type.Number({ description: 'Null: fewer than five of what could say something of a person' })),
});
export type Figure = Static<typeof Figure>;

const MeasureText = Type.Object({
  measure: choice<Measure>(MEASURE_CODES),
  group: choice<IndicatorGroup>(INDICATOR_GROUPS),
  kind: choice<'stock' | 'flow'>(['stock', 'flow']),
  unit: choice<'count' | 'm2'>(['count', 'm2']),
  inFives: Type.Boolean({ description: 'Told as the multiple of five below' }),
  titleVi: Type.String(),
  titleEn: Type.String(),
});

const CountedDay = {
  day: Day,
  kept: Type.Boolean({ description: 'Whether the day is over and its figures stay what they are' }),
  countedAt: Instant,
};

export const IndicatorDay = Type.Object({
  ...CountedDay,
  measures: Type.Array(MeasureText),
  total: Type.Array(Figure, { description: 'All communes that are listed, together' }),
  communes: Type.Array(Type.Object({ code: CommuneCode, name: Type.String(), figures: Type.Array(Figure) })),
});
export type IndicatorDay = Static<typeof IndicatorDay>;

export const IndicatorSeries = Type.Object({
  commune: nullable(Type.String({ description: 'Null: all communes together' })),
  measures: Type.Array(MeasureText),
  days: Type.Array(Type.Object({ ...CountedDay, figures: Type.Array(Figure) })),
});
export type IndicatorSeries = Static<typeof IndicatorSeries>;

const AskedDay = Type.Optional(Type.String({ format: 'date', description: 'Day, default the last one counted' }));
const Span = {
  from: Type.Optional(Type.String({ format: 'date', description: 'First day; default 29 days before the last' })),
  to: Type.Optional(Type.String({ format: 'date', description: 'Last day; default the last one counted' })),
};
const problems = ['indicator.day_unknown', 'indicator.span_wrong', 'service.busy'] as const;

const day = { query: Type.Object({ day: AskedDay }, closed), reply: IndicatorDay, problems } as const;
const series = {
  query: Type.Object({ ...Span, commune: Type.Optional(CommuneCode) }, closed),
  reply: IndicatorSeries,
  problems: [...problems, 'commune.not_found'],
} as const;
const csv = {
  query: Type.Object(Span, closed),
  reply: Type.String({ description: `RFC 4180, UTF-8 with BOM; at most ${MOST_DAYS} days` }),
  media: 'text/csv',
  problems,
} as const;

const open = { tag: 'indicators', maxAge: 60 } as const;
export const getPortalIndicators = defineContract({
  ...open,
  ...day,
  id: 'getPortalIndicators',
  path: '/api/portal/indicators',
  summary: 'Figures of one day by commune: land, dealings, requests, digitising, mortgages',
});
export const getPortalIndicatorDays = defineContract({
  ...open,
  ...series,
  id: 'getPortalIndicatorDays',
  path: '/api/portal/indicators/days',
  summary: `Figures day by day, of one commune or of all together; at most ${MOST_DAYS} days`,
});
export const getPortalIndicatorsCsv = defineContract({
  ...open,
  ...csv,
  id: 'getPortalIndicatorsCsv',
  path: '/api/portal/indicators.csv',
  summary: 'The same as open data: a row for each day, commune and figure, and for all communes together',
});

const own = { tag: 'indicators', right: { roles: [...STAFF_ROLES, 'auditor', 'admin'] }, maxAge: null } as const;
export const getIndicators = defineContract({
  ...own,
  ...day,
  id: 'getIndicators',
  path: '/api/indicators',
  summary: 'Figures of one day, exact, of the communes that the asker serves',
});
export const getIndicatorDays = defineContract({
  ...own,
  ...series,
  id: 'getIndicatorDays',
  path: '/api/indicators/days',
  summary: 'Exact figures day by day, of one commune or of those that the asker serves together',
});
export const getIndicatorsCsv = defineContract({
  ...own,
  ...csv,
  id: 'getIndicatorsCsv',
  path: '/api/indicators.csv',
  summary: 'Exact figures as CSV, of the communes that the asker serves',
});

/** A field of a form that may be left as it is. */
const chosen = (schema: TString) => Type.Optional(Type.Union([schema, Type.Literal('')]));

export const getIndicatorsPage = defineContract({
  tag: 'pages',
  id: 'getIndicatorsPage',
  path: '/indicators',
  summary: 'Figures of the land and of the office’s work, as charts and as tables',
  query: Type.Object(
    { day: chosen(Day), commune: chosen(CommuneCode), lang: Type.Optional(choice<Language>(LANGUAGES)) },
    closed,
  ),
  reply: Type.String({ description: 'HTML' }),
  media: 'text/html',
  maxAge: null,
  problems: ['indicator.day_unknown', 'commune.not_found', 'service.busy'],
});
