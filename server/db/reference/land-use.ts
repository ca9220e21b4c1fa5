/** The code list of land use. */
import type { Trx } from '../kit/transaction.ts';

/** Which of these codes the list does not have: neither in force nor of earlier rules. */
export async function listUnknownLandUses(trx: Trx, codes: readonly string[]): Promise<string[]> {
  const { rows } = await trx.query<{ code: string }>(
    `select distinct c.code from unnest($1::text[]) c(code)
     where not exists (select from reference.land_use l where l.code = c.code and not l.is_group) order by 1`,
    [codes],
  );
  return rows.map(({ code }) => code);
}
