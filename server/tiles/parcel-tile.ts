import type pg from 'pg';
import { fieldsMark, findParcelTile, findTileState } from '../db/register/parcel-tiles.ts';
import { endOfDay } from '../domain/legal-day.ts';
import { Problem } from '../domain/problem/problem.ts';
import type { ChannelPolicy } from '../domain/publication/publication-policy.ts';
import { answerTile, type TileAnswer, type TileQuestion } from './answer-tile.ts';
import type { TileCache } from './tile-cache.ts';

/** Raised whenever the content of a tile changes for the same rows, so that old copies are not taken for new. */
const FORMAT = 1;

/**
 * One tile for one question. The revision and the publication policy are read first: if they are those of the caller, or
 * of a tile we still have, no geometry is touched. Read before the tile, they can only be older than it, which costs one
 * more question later. Throws publication.closed.
 * `ruledToo` is the policy of another channel through which the tile goes: it tells what both let it.
 * `signal` aborts when the client has gone; the statement is then stopped in PostgreSQL.
 */
export async function parcelTile(
  pool: pg.Pool,
  cache: TileCache,
  question: TileQuestion,
  signal: AbortSignal,
  ruledToo?: ChannelPolicy,
): Promise<TileAnswer> {
  const { tile, at } = question;
  const { revision, fields: published } = await findTileState(pool, tile, signal);
  if (!published) throw new Problem('publication.closed');
  const fields = ruledToo ? published.filter((field) => ruledToo.allows(field)) : published;
  const mark = `${FORMAT}-${fieldsMark(fields)}-${revision}${at === null ? '' : `-${at}`}`;
  return answerTile(cache, question, mark, () =>
    findParcelTile(pool, tile, { before: at === null ? null : endOfDay(at), fields }, signal),
  );
}
