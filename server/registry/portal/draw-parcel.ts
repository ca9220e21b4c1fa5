import type pg from 'pg';
import { listNeighbourRings, type ParcelDrawing } from '../../db/portal/drawing.ts';
import { endOfDay } from '../../domain/legal-day.ts';

/** More would be a grey surface, not a drawing; the nearest are kept. */
const MOST_NEIGHBOURS = 200;

/**
 * Rings for a public drawing of one parcel and what lies around it, as of the end of a day or in its latest state.
 * Undefined when there is no such parcel (then), or the publication policy withholds its legal boundary.
 */
export async function drawParcel(pool: pg.Pool, id: string, at?: string): Promise<ParcelDrawing | undefined> {
  return listNeighbourRings(pool, id, at === undefined ? null : endOfDay(at), MOST_NEIGHBOURS);
}
