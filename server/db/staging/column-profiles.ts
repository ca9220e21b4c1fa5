/** Meanings of columns under a name. */
import type { ColumnChoices } from '../../domain/batch/import-report.ts';
import type { ColumnProfile } from '../../domain/contract/batch/column-profiles.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from './staff.ts';

const PROFILE = `p.profile_id as id, p.name, p.columns, ${staff('p.named_by')} as by, p.named_at as "namedAt"`;

type Row = Omit<ColumnProfile, 'namedAt'> & { readonly namedAt: Date };
const told = ({ namedAt, ...row }: Row): ColumnProfile => ({ ...row, namedAt: namedAt.toISOString() });

export async function listColumnProfileRows(trx: Trx): Promise<ColumnProfile[]> {
  const { rows } = await trx.query<Row>(
    `select ${PROFILE} from staging.column_profile p order by lower(p.name) collate "C", p.profile_id`,
  );
  return rows.map(told);
}

export async function findColumnProfile(trx: Trx, profileId: string): Promise<ColumnProfile | undefined> {
  const { rows } = await trx.query<Row>(`select ${PROFILE} from staging.column_profile p where p.profile_id = $1`, [
    profileId,
  ]);
  return rows[0] && told(rows[0]);
}

export async function findColumnProfileNamed(trx: Trx, name: string): Promise<ColumnProfile | undefined> {
  const { rows } = await trx.query<Row>(
    `select ${PROFILE} from staging.column_profile p where lower(p.name) = lower($1)`,
    [name],
  );
  return rows[0] && told(rows[0]);
}

/** Holds others who name one off until the transaction ends; how many there are. */
export async function countColumnProfiles(trx: Trx): Promise<number> {
  await trx.query(`select pg_advisory_xact_lock(hashtext('staging.column_profile'))`);
  const { rows } = await trx.query<{ n: number }>('select count(*)::int as n from staging.column_profile');
  return rows[0]!.n;
}

export async function insertColumnProfile(
  trx: Trx,
  row: { readonly profileId: string; readonly name: string; readonly columns: ColumnChoices; readonly namedBy: string },
): Promise<void> {
  await trx.query(`insert into staging.column_profile (profile_id, name, columns, named_by) values ($1, $2, $3, $4)`, [
    row.profileId,
    row.name,
    JSON.stringify(row.columns),
    row.namedBy,
  ]);
}

/** Whether it was there. */
export async function deleteColumnProfileRow(trx: Trx, profileId: string): Promise<boolean> {
  const { rowCount } = await trx.query('delete from staging.column_profile where profile_id = $1', [profileId]);
  return (rowCount ?? 0) > 0;
}
