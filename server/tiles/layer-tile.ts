import type pg from 'pg';
import { findEditionId, findEditionTile, findLayerTile, findLayerTileMark } from '../db/layer/layer-tiles.ts';
import { Problem } from '../domain/problem/problem.ts';
import { answerTile, type TileAnswer, type TileQuestion } from './answer-tile.ts';
import { createTileCache, type TileCache } from './tile-cache.ts';

/** Raised whenever the content of a tile changes for the same shapes. */
const FORMAT = 'l1';

/** One tile of the edition in force of a public layer. Throws layer.not_found, also for one that the public does not see. */
export async function layerTile(
  pool: pg.Pool,
  cache: TileCache,
  layer: string,
  question: TileQuestion,
  signal: AbortSignal,
): Promise<TileAnswer> {
  const mark = await findLayerTileMark(pool, layer, signal);
  if (mark === null) throw new Problem('layer.not_found');
  return answerTile(cache, question, `${FORMAT}-${mark}`, () => findLayerTile(pool, layer, question.tile, signal));
}

/** Few look at an edition before it is in force, and only for a while: nothing of it is kept. */
const NONE_KEPT = createTileCache(0);

/** One tile of an edition, in whatever state, with its words as the file has them: for staff. Throws edition.not_found. */
export async function editionTile(
  pool: pg.Pool,
  asked: { readonly layer: string; readonly edition: number },
  question: TileQuestion,
  signal: AbortSignal,
): Promise<TileAnswer> {
  const editionId = await findEditionId(pool, asked, signal);
  if (editionId === null) throw new Problem('edition.not_found');
  return answerTile(NONE_KEPT, question, `${FORMAT}-${editionId}`, () =>
    findEditionTile(pool, editionId, question.tile, signal),
  );
}
