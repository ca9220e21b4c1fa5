import type pg from 'pg';
import { makeStagingTile } from '../../db/review/staging-tiles.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { isTileAddress, type TileAddress } from '../../domain/tile-address.ts';
import { readBatch } from './read-batch.ts';

/** A vector tile of a batch's records, uncompressed; empty where there is none. Throws tile.out_of_range. */
export function drawStagingTile(pool: pg.Pool, actor: Actor, batchId: string, tile: TileAddress): Promise<Buffer> {
  if (!isTileAddress(tile)) throw new Problem('tile.out_of_range');
  return readBatch(pool, actor, batchId, (trx) => makeStagingTile(trx, batchId, tile));
}
