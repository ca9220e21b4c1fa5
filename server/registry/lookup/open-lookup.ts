import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { insertLookupRows } from '../../db/lookup/lookup-rows.ts';
import { takeLookupRows } from '../../db/lookup/lookup-use.ts';
import { findLookupByKey, insertLookup } from '../../db/lookup/lookups.ts';
import { readPublication } from '../../db/reference/publication.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { LOOKUP_BOUNDS } from '../../domain/lookup/lookup-bounds.ts';
import type { LookupTable, ReadTable } from '../../domain/lookup/lookup-table.ts';
import { NoTable } from '../../domain/lookup/read-table.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { requireOpen } from '../../domain/publication/publication-policy.ts';
import { STAFF_ROLES } from '../../domain/role.ts';
import { asStaff } from '../kit/as-staff.ts';
import type { LookupCipher } from './lookup-cipher.ts';
import type { QueueLookup } from './queue-lookup.ts';

export interface LookupDesk {
  readonly pool: pg.Pool;
  readonly portal: pg.Pool;
  readonly cipher: LookupCipher;
  readonly queue: QueueLookup;
}

export interface AskedLookup {
  readonly table: ReadTable;
  /** Digest of all that was sent, as it was sent. */
  readonly digest: Buffer;
  readonly key: string;
  readonly name: string;
  readonly purpose: string | null;
}

/** Rows sealed and written at once. */
const AT_ONCE = 1_000;

const noTable = (line?: number) =>
  new Problem('lookup.not_a_table', line === undefined ? {} : { errors: [{ field: 'row', message: String(line) }] });

/** Lets others have their turn between two thousands of rows. */
const pause = () => new Promise((resolve) => setImmediate(resolve));

/** How many rows there are; what is no table is told before anything is written. */
async function countRows(table: LookupTable): Promise<number> {
  let rows = 0;
  try {
    for (const _ of table.records()) {
      rows += 1;
      if (rows > LOOKUP_BOUNDS.rows) throw new Problem('lookup.too_many_rows');
      if (rows % AT_ONCE === 0) await pause();
    }
  } catch (error) {
    throw error instanceof NoTable ? noTable(error.line) : error;
  }
  if (rows === 0) throw new Problem('lookup.empty');
  return rows;
}

async function writeRows(trx: Trx, cipher: LookupCipher, lookupId: string, table: LookupTable): Promise<void> {
  let sealed: Buffer[] = [];
  let firstNo = 1;
  const write = async () => {
    if (sealed.length > 0) await insertLookupRows(trx, lookupId, firstNo, sealed);
    firstNo += sealed.length;
    sealed = [];
  };
  for (const record of table.records()) {
    sealed.push(cipher.sealCells(record));
    if (sealed.length === AT_ONCE) await write();
  }
  await write();
}

function requireTable(table: ReadTable): LookupTable {
  if (!('trouble' in table)) return table;
  if (table.trouble === 'not_a_table') throw noTable(table.line);
  throw new Problem(table.trouble === 'empty' ? 'lookup.empty' : 'lookup.columns_unknown');
}

/**
 * Takes a table to be looked up. The same key and table again is the same look-up, and counts once. A business asks within its rows of the
 * day and is answered what is published; staff may ask by certificate, and by person with a purpose.
 */
export async function openLookup(desk: LookupDesk, actor: Actor, asked: AskedLookup): Promise<{ lookupId: string }> {
  const { pool, portal, cipher, queue } = desk;
  const table = requireTable(asked.table);
  const isStaff = hasRole(actor, STAFF_ROLES);
  if (!isStaff) requireOpen((await readPublication(portal)).lookup);
  const purpose = isStaff ? asked.purpose : null;
  if (isStaff && table.fields.includes('identityNumber') && purpose === null)
    throw new Problem('lookup.purpose_missing');
  const rows = await countRows(table);
  const { digest, key, name } = asked;
  const today = dayOf(new Date());
  return asStaff(pool, actor, async (trx) => {
    const lookupId = randomUUID();
    const isNew = await insertLookup(
      trx,
      {
        lookupId,
        owner: actor.id,
        key,
        asked: digest,
        audience: isStaff ? 'staff' : 'public',
        communes: isStaff ? actor.communes : [],
        head: cipher.sealHead({ name, heads: table.heads, fields: table.fields }),
        purpose,
        rows,
      },
      today,
    );
    if (!isNew) {
      const former = await findLookupByKey(trx, actor.id, key);
      if (!former?.asked.equals(digest)) throw new Problem('idempotency.key_reused');
      return { lookupId: former.lookupId };
    }
    if (!isStaff && !(await takeLookupRows(trx, actor.id, today, rows))) throw new Problem('lookup.quota_exceeded');
    await writeRows(trx, cipher, lookupId, table);
    await queue(trx, { lookupId });
    await writeAudit(trx, {
      actor: actor.id,
      action: 'lookup.opened',
      subjectKind: 'lookup',
      subjectId: lookupId,
      body: { audience: isStaff ? 'staff' : 'public', rows, fields: table.fields.filter((field) => field !== null) },
    });
    return { lookupId };
  });
}
