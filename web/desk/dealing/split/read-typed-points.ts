/** Points as people type them or paste them from a sheet of Excel: X is north and Y is east, the comma is decimal. */
import type { GroundPoint } from './snap.ts';

export type TypedPoints =
  | { readonly points: readonly GroundPoint[]; readonly swapped: boolean }
  | { readonly wrong: 'empty' | 'one' | 'number' | 'columns' | 'far'; readonly row: number };

/** How far from the parcel a cut may reach, metres: a longer slip is a slip. */
const REACH = 2000;

/** "2.354.020,50", "2354020,5" and "2354020.5" are one number; null is none. */
export function readNumber(text: string): number | null {
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

const cellsOf = (line: string) =>
  (line.includes('\t') ? line.split('\t') : line.includes(';') ? line.split(';') : line.split(/\s+/))
    .map((cell) => cell.trim().replace(/^[xy]\s*[=:]\s*/i, ''))
    .filter((cell) => cell !== '');

/**
 * Reads points near a parcel. A row has X and Y, before them a number of the point if there are three columns; a first
 * row of names is left out. Where all points lie by the parcel only with the axes exchanged, they are exchanged, and that is told.
 */
export function readTypedPoints(text: string, near: GroundPoint): TypedPoints {
  const rows = text.split(/\r?\n/).map(cellsOf);
  const points: GroundPoint[] = [];
  for (const [row, cells] of rows.entries()) {
    if (cells.length === 0) continue;
    const pair = cells.slice(-2).map(readNumber);
    const [x, y] = pair;
    if (cells.length < 2 || cells.length > 3) return { wrong: 'columns', row: row + 1 };
    if (x === null || y === null || x === undefined || y === undefined) {
      // "STT  X  Y"
      if (points.length === 0 && pair.every((value) => value === null)) continue;
      return { wrong: 'number', row: row + 1 };
    }
    points.push([y, x]);
  }
  if (points.length === 0) return { wrong: 'empty', row: 0 };
  if (points.length === 1) return { wrong: 'one', row: 0 };
  const isNear = ([east, north]: GroundPoint) => Math.hypot(east - near[0], north - near[1]) <= REACH;
  if (points.every(isNear)) return { points, swapped: false };
  const turned = points.map(([east, north]): GroundPoint => [north, east]);
  if (turned.every(isNear)) return { points: turned, swapped: true };
  return { wrong: 'far', row: points.findIndex((point) => !isNear(point)) + 1 };
}
