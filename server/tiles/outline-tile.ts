import type pg from 'pg';
import { findOutlineState, findOutlineTile } from '../db/register/outline-tiles.ts';
import { fieldsMark } from '../db/register/parcel-tiles.ts';
import { dayOf, endOfDay } from '../domain/legal-day.ts';
import { Problem } from '../domain/problem/problem.ts';
import type { ChannelPolicy } from '../domain/publication/publication-policy.ts';
import { answerTile, type TileAnswer, type TileQuestion } from './answer-tile.ts';
import type { TileCache } from './tile-cache.ts';

/** Raised whenever the content of a tile changes for the same rows. */
const FORMAT = 'o1';

/**
 * One tile of outlines and names, as parcelTile answers one of parcels. Units are those of the day; sheets and places
 * are drawn as they are now, from the day on which their first parcel was registered. Throws publication.closed.
 */
export async function outlineTile(
  pool: pg.Pool,
  cache: TileCache,
  question: TileQuestion,
  signal: AbortSignal,
  ruledToo?: ChannelPolicy,
): Promise<TileAnswer> {
  const { tile, at } = question;
  const day = at ?? dayOf(new Date());
  const { revision, fields: published } = await findOutlineState(pool, tile, day, signal);
  if (!published) throw new Problem('publication.closed');
  const fields = ruledToo ? published.filter((field) => ruledToo.allows(field)) : published;
  const mark = `${FORMAT}-${fieldsMark(fields)}-${revision}${at === null ? '' : `-${at}`}`;
  return answerTile(cache, question, mark, () =>
    findOutlineTile(pool, tile, { day, before: at === null ? null : endOfDay(at), fields }, signal),
  );
}
