/** Schema document: confirmed documents that are read a second time by somebody else. */
import type { FieldName } from '../../domain/document/document.ts';
import type { SecondReadingState } from '../../domain/document/second-reading.ts';
import type { Trx } from '../kit/transaction.ts';

/** Counts a confirmed document of a commune; which one it is, from 1. Held to the end of the transaction. */
export async function takeSampleTurn(trx: Trx, communeCode: string): Promise<number> {
  const { rows } = await trx.query<{ turn: number }>(
    `insert into document.sample_turn as t (commune_code, documents) values ($1, 1)
     on conflict (commune_code) do update set documents = t.documents + 1 returning documents::int as turn`,
    [communeCode],
  );
  return rows[0]?.turn ?? 0;
}

export async function insertSecondReading(
  trx: Trx,
  drawn: {
    readonly documentId: string;
    readonly communeCode: string;
    readonly oneOf: number;
    readonly firstReader: string;
  },
): Promise<void> {
  await trx.query(
    'insert into document.second_reading (document_id, commune_code, one_of, first_reader) values ($1, $2, $3, $4)',
    [drawn.documentId, drawn.communeCode, drawn.oneOf, drawn.firstReader],
  );
}

export interface SecondReadingRow {
  readonly status: SecondReadingState;
  readonly firstReader: string;
  readonly reader: string | null;
  readonly decidedBy: string | null;
}

/** The second reading of a document; undefined where it was not drawn. */
export async function findSecondReading(
  trx: Trx,
  documentId: string,
  lock = false,
): Promise<SecondReadingRow | undefined> {
  const { rows } = await trx.query<SecondReadingRow>(
    `select status, first_reader as "firstReader", reader, decided_by as "decidedBy" from document.second_reading
     where document_id = $1 ${lock ? 'for update' : ''}`,
    [documentId],
  );
  return rows[0];
}

export interface SecondFieldRow {
  readonly name: FieldName;
  readonly first: string | null;
  readonly second: string | null;
  /** Both, of what is sealed. */
  readonly sealed: Buffer | null;
  readonly agrees: boolean;
}

export async function insertSecondFields(
  trx: Trx,
  documentId: string,
  fields: readonly SecondFieldRow[],
): Promise<void> {
  for (const { name, first, second, sealed, agrees } of fields)
    await trx.query(
      'insert into document.second_field (document_id, name, first_value, value, sealed, agrees) values ($1, $2, $3, $4, $5, $6)',
      [documentId, name, first, second, sealed, agrees],
    );
}

export async function listSecondFields(trx: Trx, documentId: string): Promise<SecondFieldRow[]> {
  const { rows } = await trx.query<SecondFieldRow>(
    'select name, first_value as first, value as second, sealed, agrees from document.second_field where document_id = $1',
    [documentId],
  );
  return rows;
}

export async function endSecondReading(
  trx: Trx,
  documentId: string,
  read: { readonly status: 'agreed' | 'differs'; readonly by: string },
): Promise<void> {
  await trx.query(
    `update document.second_reading set status = $2, reader = $3, read_at = clock_timestamp() where document_id = $1 and status = 'waiting'`,
    [documentId, read.status, read.by],
  );
}

export async function settleSecondReading(trx: Trx, documentId: string, by: string): Promise<void> {
  await trx.query(
    `update document.second_reading set status = 'settled', decided_by = $2, decided_at = clock_timestamp() where document_id = $1 and status = 'differs'`,
    [documentId, by],
  );
}

export interface SecondReadingCounts {
  readonly waiting: number;
  readonly read: number;
  readonly differed: number;
  readonly toSettle: number;
  readonly fields: number;
  readonly fieldsDiffered: number;
}

/** How often two readers agree, in the communes of who asks. */
export async function countSecondReadings(trx: Trx): Promise<SecondReadingCounts> {
  const { rows } = await trx.query<SecondReadingCounts>(
    `select count(*) filter (where r.status = 'waiting')::int as waiting, count(*) filter (where r.status <> 'waiting')::int as read,
       count(*) filter (where r.status in ('differs', 'settled'))::int as differed, count(*) filter (where r.status = 'differs')::int as "toSettle",
       (select count(*)::int from document.second_field) as fields, (select count(*)::int from document.second_field f where not f.agrees) as "fieldsDiffered"
     from document.second_reading r`,
  );
  return rows[0]!;
}
