import type { Trx } from '../kit/transaction.ts';

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

export interface NewProposal {
  readonly dealingId: string;
  readonly kind: 'import_promotion' | 'import_reversal';
  readonly batchId: string;
  readonly communeCode: string;
  readonly communeValidFrom: string;
  readonly proposedBy: string;
  readonly reason: string | null;
  /** Dealing to be taken back. */
  readonly reverses: string | null;
}

/** Lodges a dealing that waits for a second person. */
export async function lodgeProposal(trx: Trx, proposal: NewProposal): Promise<void> {
  await trx.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, proposed_by, batch_id, reason, reverses)
     values ($1, $2, 'lodged', $3, $4, $5, $6, $7, $8)`,
    [
      proposal.dealingId,
      proposal.kind,
      proposal.communeCode,
      proposal.communeValidFrom,
      proposal.proposedBy,
      proposal.batchId,
      proposal.reason,
      proposal.reverses,
    ],
  );
}

/** Approves a lodged dealing; the database refuses its proposer. */
export async function approveProposal(trx: Trx, dealingId: string, approvedBy: string): Promise<void> {
  const { rowCount } = await trx.query(
    `update dealing.dealing set status = 'approved', approved_by = $2, decided_at = clock_timestamp() where dealing_id = $1 and status = 'lodged'`,
    [dealingId, approvedBy],
  );
  if (rowCount !== 1) throw new Error(`dealing ${dealingId} is not lodged`);
}

/** Ends a lodged dealing without registering it. */
export async function refuseProposal(
  trx: Trx,
  dealingId: string,
  to: 'refused' | 'withdrawn',
  by: string,
  reason: string,
): Promise<void> {
  const { rowCount } = await trx.query(
    `update dealing.dealing set status = $2, refused_by = $3, reason = $4, decided_at = clock_timestamp() where dealing_id = $1 and status = 'lodged'`,
    [dealingId, to, by, reason],
  );
  if (rowCount !== 1) throw new Error(`dealing ${dealingId} is not lodged`);
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
