import type pg from 'pg';
import { listVersions } from '../../db/parcel/parcels.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Every registered version of a parcel, the newest first. Throws parcel.not_found. */
export const getParcelHistory = (pool: pg.Pool, actor: Actor, id: string) =>
  asStaff(pool, actor, async (trx) => {
    const versions = await listVersions(trx, id);
    if (versions.length === 0) throw new Problem('parcel.not_found');
    return {
      items: versions.map(({ registeredAt, endedAt, recordedAt, ...version }) => ({
        ...version,
        registeredAt: registeredAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        recordedAt: recordedAt.toISOString(),
      })),
    };
  });
