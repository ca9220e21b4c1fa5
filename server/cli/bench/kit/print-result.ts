import type { Bar, BenchResult, Measure } from './bench-result.ts';
import { percentile } from './percentile.ts';

const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 2 : 0 });

function measureLine({ label, unit, values, percentile: percent }: Measure): string {
  const [summed, least, most] = [percent, 0, 100].map((p) => number(percentile(values, p)));
  return `  ${label.padEnd(46)} ${`p${percent}`.padStart(4)} ${summed!.padStart(9)} ${unit.padEnd(3)}  (${least} to ${most}, n = ${values.length})`;
}

export const isMissed = ({ measured, limit }: Bar): boolean => measured !== null && measured > limit;

function barLine(bar: Bar): string {
  const { about, measured, limit, unit } = bar;
  if (measured === null) return `  –       ${about}: the peer is not installed`;
  const verdict = isMissed(bar) ? 'MISSED ' : 'met    ';
  return `  ${verdict} ${about}: ${number(measured)} ${unit}, bar ${number(limit)} ${unit}`;
}

/** The result as lines for a terminal. */
export function resultText(name: string, { measures, bars, notes }: BenchResult): string {
  return [
    `== ${name}`,
    ...measures.filter(({ values }) => values.length > 0).map(measureLine),
    ...bars.map(barLine),
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}
