import type pg from 'pg';
import { listLayersInForce, listOverlays } from '../../db/layer/overlays.ts';
import { findParcelRow } from '../../db/parcel/parcels.ts';
import type { Actor } from '../../domain/actor.ts';
import { groupOverlays, type Overlay } from '../../domain/layer/overlay.ts';
import { endOfDay } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Every layer in force with what it has on a parcel, now or as of the end of a day. Throws parcel.not_found. */
export function getParcelOverlays(
  pool: pg.Pool,
  actor: Actor,
  id: string,
  at: string | undefined,
): Promise<{ parcelId: string; areaM2: number; layers: Overlay[] }> {
  const before = at === undefined ? null : endOfDay(at);
  return asStaff(pool, actor, async (trx) => {
    const parcel = await findParcelRow(trx, id, before);
    if (!parcel) throw new Problem('parcel.not_found');
    const layers = await listLayersInForce(trx, before);
    const rows = await listOverlays(trx, id, before);
    return { parcelId: id, areaM2: parcel.areaM2, layers: groupOverlays(layers, rows, parcel.areaM2) };
  });
}
