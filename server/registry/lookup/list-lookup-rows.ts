import type pg from 'pg';
import { type AnsweredRow, listAnsweredRows } from '../../db/lookup/lookup-rows.ts';
import type { LookupRow } from '../../db/lookup/lookups.ts';
import { searchParcels } from '../../db/portal/search.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import type { Actor } from '../../domain/actor.ts';
import type { AnsweredLookupRow } from '../../domain/contract/lookups.ts';
import type { RegisteredParcel } from '../../domain/contract/portal/portal-parcels.ts';
import type { LookupOutcome } from '../../domain/lookup/lookup-outcome.ts';
import { type ChannelPolicy, EVERYTHING, requireOpen } from '../../domain/publication/publication-policy.ts';
import { publishParcel } from '../../domain/publication/publish-parcel.ts';
import { asStaff } from '../kit/as-staff.ts';
import { pageOf, readCursor } from '../lists/page-cursor.ts';
import { requireLookup } from './get-lookup.ts';
import type { LookupCipher } from './lookup-cipher.ts';

const DEFAULT_LIMIT = 50;

export interface LookupPools {
  readonly pool: pg.Pool;
  readonly portal: pg.Pool;
  readonly cipher: LookupCipher;
}

/** What may be told of the parcels of a look-up on the day it is read. */
export async function policyOf(portal: pg.Pool, { audience }: Pick<LookupRow, 'audience'>): Promise<ChannelPolicy> {
  const policy = audience === 'staff' ? EVERYTHING : await readChannelPolicy(portal, 'lookup');
  requireOpen(policy);
  return policy;
}

/** The parcels of some rows as they were at the moment of the look-up, by id. */
export async function readParcelsOf(
  portal: pg.Pool,
  rows: readonly Pick<AnsweredRow, 'parcelIds'>[],
  asOf: Date,
): Promise<Map<string, RegisteredParcel>> {
  const ids = [...new Set(rows.flatMap(({ parcelIds }) => parcelIds))];
  const found = await searchParcels(portal, { ids, before: asOf, withEnded: true }, ids.length);
  const stateOf = ({ endedAt }: RegisteredParcel) =>
    endedAt === null || new Date(endedAt) >= asOf ? 'current' : 'historic';
  return new Map(found.map((parcel) => [parcel.id, { ...parcel, state: stateOf(parcel) }]));
}

/** Answered rows of a look-up, page by page, of one outcome or of all. */
export async function listLookupRows(
  { pool, portal, cipher }: LookupPools,
  actor: Actor,
  lookupId: string,
  asked: {
    readonly outcome?: LookupOutcome | undefined;
    readonly limit?: number | undefined;
    readonly cursor?: string | undefined;
  },
): Promise<{ items: AnsweredLookupRow[]; nextCursor: string | null }> {
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const after = Number(readCursor(asked.cursor, /^\d{1,6}$/)?.[0] ?? 0);
  const { lookup, rows } = await asStaff(pool, actor, async (trx) => ({
    lookup: await requireLookup(trx, actor, lookupId),
    rows: await listAnsweredRows(trx, lookupId, { outcome: asked.outcome ?? null, after, limit: limit + 1 }),
  }));
  const { page, nextCursor } = pageOf(rows, limit, (row) => [String(row.rowNo)]);
  const policy = await policyOf(portal, lookup);
  const parcels = lookup.asOf ? await readParcelsOf(portal, page, lookup.asOf) : new Map<string, RegisteredParcel>();
  const items = page.map(
    (row): AnsweredLookupRow => ({
      rowNo: row.rowNo,
      given: [...cipher.openCells(row.given)],
      outcome: row.outcome,
      reason: row.reason,
      parcels: row.parcelIds.flatMap((id) => {
        const parcel = parcels.get(id);
        return parcel ? [publishParcel(policy, parcel)] : [];
      }),
      more: row.more,
    }),
  );
  return { items, nextCursor };
}
