/** Leases of rights as dealings write them, and what burdens a right that goes on on others. */
import type { DocumentReference } from '../../domain/dealing/payload/parts.ts';
import type { Trx } from '../kit/transaction.ts';

export interface NewLease {
  readonly leaseId: string;
  readonly lesseeId: string;
  readonly until: string;
  readonly document: DocumentReference;
  readonly rightIds: readonly string[];
}

export async function insertLease(trx: Trx, dealingId: string, communeCode: string, lease: NewLease): Promise<void> {
  await trx.query(
    `insert into rights.lease (lease_id, lessee_id, commune_code, until, document, raised_by, registered_at) values ($1, $2, $3, $4, $5, $6, dealing.legal_moment($6))`,
    [lease.leaseId, lease.lesseeId, communeCode, lease.until, JSON.stringify(lease.document), dealingId],
  );
  await trx.query(
    'insert into rights.leased_right (lease_id, right_id, raised_by) select $1, r, $2 from unnest($3::uuid[]) r',
    [lease.leaseId, dealingId, lease.rightIds],
  );
}

/** Ends a lease that holds; how many, none or one. */
export async function endLease(trx: Trx, dealingId: string, leaseId: string): Promise<number> {
  const { rowCount } = await trx.query(
    'update rights.lease set ended_at = dealing.legal_moment($1), ended_by = $1 where lease_id = $2 and ended_at is null',
    [dealingId, leaseId],
  );
  return rowCount ?? 0;
}

/** Mortgages and leases that hold on some rights lie from now on on those that follow them as well, each once. */
export async function followRights(
  trx: Trx,
  dealingId: string,
  rightIds: readonly string[],
  followers: readonly string[],
): Promise<void> {
  await trx.query(
    `insert into rights.mortgaged_right (mortgage_id, right_id, raised_by)
     select distinct b.mortgage_id, f, $1::uuid from rights.mortgaged_right b join rights.mortgage m using (mortgage_id) cross join unnest($3::uuid[]) f
     where b.right_id = any($2::uuid[]) and m.ended_at is null`,
    [dealingId, rightIds, followers],
  );
  await trx.query(
    `insert into rights.leased_right (lease_id, right_id, raised_by)
     select distinct b.lease_id, f, $1::uuid from rights.leased_right b join rights.lease l using (lease_id) cross join unnest($3::uuid[]) f
     where b.right_id = any($2::uuid[]) and l.ended_at is null`,
    [dealingId, rightIds, followers],
  );
}

/** A reversal: leases that a dealing raised end, those that it ended hold again on the rights that hold. */
export async function undoLeases(trx: Trx, by: string, undone: string): Promise<void> {
  await trx.query(
    'update rights.lease set ended_at = dealing.legal_moment($1), ended_by = $1 where raised_by = $2 and ended_at is null',
    [by, undone],
  );
  // In two statements: the policy of what is leased asks for the lease, which it sees only afterwards.
  const { rows } = await trx.query<{ id: string; next: string }>(
    'select lease_id as id, gen_random_uuid() as next from rights.lease where ended_by = $1 order by 1',
    [undone],
  );
  const [ids, next] = [rows.map(({ id }) => id), rows.map((row) => row.next)];
  await trx.query(
    `insert into rights.lease (lease_id, lessee_id, commune_code, until, document, raised_by, registered_at)
     select w.next, l.lessee_id, l.commune_code, l.until, l.document, $1, dealing.legal_moment($1)
     from unnest($2::uuid[], $3::uuid[]) as w(id, next) join rights.lease l on l.lease_id = w.id`,
    [by, ids, next],
  );
  await trx.query(
    `insert into rights.leased_right (lease_id, right_id, raised_by)
     select w.next, b.right_id, $1 from unnest($2::uuid[], $3::uuid[]) as w(id, next)
     join rights.leased_right b on b.lease_id = w.id join rights."right" r using (right_id) where r.ended_at is null`,
    [by, ids, next],
  );
}
