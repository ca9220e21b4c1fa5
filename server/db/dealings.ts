import type { Trx } from './transaction.ts';

export interface NewPromotion {
  readonly dealingId: string;
  readonly batchId: string;
  readonly communeCode: string;
  readonly communeValidFrom: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly initialLoad: boolean;
}

/** Opens a promotion as approved; it becomes registered when everything it raises is in place. */
export async function insertPromotion(trx: Trx, dealing: NewPromotion): Promise<void> {
  await trx.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, initial_load, proposed_by, approved_by, batch_id)
     values ($1, 'import_promotion', 'approved', $2, $3, $4, $5, $6, $7)`,
    [
      dealing.dealingId,
      dealing.communeCode,
      dealing.communeValidFrom,
      dealing.initialLoad,
      dealing.proposedBy,
      dealing.approvedBy,
      dealing.batchId,
    ],
  );
}

/** Registers an approved dealing; returns the legal moment, ISO 8601 with zone. */
export async function registerDealing(trx: Trx, dealingId: string): Promise<string> {
  const { rows } = await trx.query<{ at: Date }>(
    `update dealing.dealing set status = 'registered', registered_at = now() where dealing_id = $1 and status = 'approved' returning registered_at as at`,
    [dealingId],
  );
  if (!rows[0]) throw new Error(`dealing ${dealingId} is not approved`);
  return rows[0].at.toISOString();
}

export interface RegisteredPromotion {
  readonly dealingId: string;
  readonly parcels: number;
  readonly registeredAt: string;
}

/** What a promotion registered, and when. */
export async function findPromotion(trx: Trx, dealingId: string): Promise<RegisteredPromotion | undefined> {
  const { rows } = await trx.query<{ at: Date | null; parcels: number }>(
    `select registered_at as at, (select count(*)::int from cadastre.parcel_version where raised_by = $1) as parcels
     from dealing.dealing where dealing_id = $1`,
    [dealingId],
  );
  const row = rows[0];
  return row?.at ? { dealingId, parcels: row.parcels, registeredAt: row.at.toISOString() } : undefined;
}
