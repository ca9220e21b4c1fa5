import type pg from 'pg';
import { listLandUnderSheet, MOST_UNDER_SHEET } from '../../db/document/land-under-sheet.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Actor } from '../../domain/actor.ts';
import type { MapSheetLand } from '../../domain/contract/document/map-sheets.ts';
import { fitTies } from '../../domain/map-sheet/judge-fit.ts';
import { tiesOf } from '../../domain/map-sheet/map-sheet.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { type PageAsked, readPage } from './describe-map-sheet.ts';

/** Registered parcels under the page as it is placed. Throws map_sheet.not_placed. */
export const getMapSheetLand = (pool: pg.Pool, actor: Actor, asked: PageAsked): Promise<MapSheetLand> =>
  actAs(pool, actor, async (trx) => {
    const { page, sheet } = await readPage(trx, actor, asked);
    const placed = sheet && fitTies(sheet.method, tiesOf(sheet.points));
    if (!sheet || !placed) throw new Problem('map_sheet.not_placed');
    const corners = [
      [0, 0],
      [page.width, 0],
      [page.width, page.height],
      [0, page.height],
    ] as const;
    const ground = corners.map((corner) => placed.toGround(corner));
    const along = (axis: 0 | 1) => ground.map((point) => point[axis]);
    const box = [Math.min(...along(0)), Math.min(...along(1)), Math.max(...along(0)), Math.max(...along(1))] as const;
    if (!box.every(Number.isFinite)) throw new Problem('map_sheet.not_placed');
    const found = await listLandUnderSheet(trx, sheet.srid, box);
    return { items: found.slice(0, MOST_UNDER_SHEET), more: found.length > MOST_UNDER_SHEET };
  });
