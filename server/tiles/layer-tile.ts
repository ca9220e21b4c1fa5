import type pg from 'pg';
import { findLayerTile, findLayerTileMark } from '../db/layer/layer-tiles.ts';
import { Problem } from '../domain/problem/problem.ts';
import { answerTile, type TileAnswer, type TileQuestion } from './answer-tile.ts';
import type { TileCache } from './tile-cache.ts';

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
