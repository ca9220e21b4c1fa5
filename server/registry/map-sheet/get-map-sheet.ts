import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import type { Actor } from '../../domain/actor.ts';
import type { MapSheetDetail } from '../../domain/contract/document/map-sheets.ts';
import { describeMapSheet, type PageAsked } from './describe-map-sheet.ts';

/** A page as a map sheet; one that nobody placed yet has no placing. */
export const getMapSheet = (pool: pg.Pool, actor: Actor, asked: PageAsked): Promise<MapSheetDetail> =>
  actAs(pool, actor, (trx) => describeMapSheet(trx, actor, asked));
