import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import {
  countColumnProfiles,
  findColumnProfile,
  findColumnProfileNamed,
  insertColumnProfile,
} from '../../db/staging/column-profiles.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ColumnChoices } from '../../domain/batch/import-report.ts';
import {
  type ColumnProfile,
  MOST_COLUMN_PROFILES,
  type NameColumns,
} from '../../domain/contract/batch/column-profiles.ts';
import { maskIdentityNumbers } from '../../domain/identity-number/mask-identity-numbers.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** As names of columns are kept everywhere: without numbers of persons. */
const masked = (columns: ColumnChoices): ColumnChoices =>
  Object.fromEntries(
    Object.entries(columns).map(([name, meaning]) => [maskIdentityNumbers(name.normalize('NFC')), meaning]),
  );

const sorted = (columns: ColumnChoices): string =>
  JSON.stringify(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * Keeps meanings of columns under a name. The same id again is the same profile. Throws column_profile.name_taken, column_profile.too_many,
 * idempotency.key_reused.
 */
export function nameColumns(pool: pg.Pool, actor: Actor, asked: NameColumns): Promise<ColumnProfile> {
  const { profileId } = asked;
  const name = maskIdentityNumbers(asked.name.normalize('NFC'));
  const columns = masked(asked.columns);
  return asStaff(pool, actor, async (trx) => {
    const held = await countColumnProfiles(trx);
    const before = await findColumnProfile(trx, profileId);
    if (before) {
      if (before.name !== name || sorted(before.columns) !== sorted(columns))
        throw new Problem('idempotency.key_reused');
      return before;
    }
    if (await findColumnProfileNamed(trx, name)) throw new Problem('column_profile.name_taken');
    if (held >= MOST_COLUMN_PROFILES) throw new Problem('column_profile.too_many');
    await rememberStaff(trx, actor);
    await insertColumnProfile(trx, { profileId, name, columns, namedBy: actor.id });
    await writeAudit(trx, {
      actor: actor.id,
      action: 'column_profile.named',
      subjectKind: 'column_profile',
      subjectId: profileId,
      body: { name, columns },
    });
    return (await findColumnProfile(trx, profileId))!;
  });
}
