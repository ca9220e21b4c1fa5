/** Schema document: what a document says, field by field. What is sealed passes through as it is. */
import type { FieldName, FieldState } from '../../domain/document/document.ts';
import type { DocumentFindingCode } from '../../domain/document/document-finding.ts';
import type { Reading } from '../../domain/document/reading.ts';
import type { Trx } from '../kit/transaction.ts';

export interface FieldRow {
  readonly name: FieldName;
  readonly value: string | null;
  readonly sealed: Buffer | null;
  readonly confidence: number;
  readonly sure: boolean;
  readonly rule: string | null;
  readonly page: number | null;
  readonly box: [number, number, number, number] | null;
  readonly state: FieldState;
  readonly findings: DocumentFindingCode[];
  readonly readings: Reading[];
}

export async function insertFields(trx: Trx, documentId: string, fields: readonly FieldRow[]): Promise<void> {
  for (const field of fields) {
    await trx.query(
      `insert into document.field (document_id, name, value, sealed, confidence, sure, rule, page, box, state, findings, readings)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        documentId,
        field.name,
        field.value,
        field.sealed,
        field.confidence,
        field.sure,
        field.rule,
        field.page,
        field.box,
        field.state,
        field.findings,
        JSON.stringify(field.readings),
      ],
    );
  }
}

/** Says anew where a field that a person said stands, and what readers see there; her word stays. */
export async function setFieldPlace(trx: Trx, documentId: string, field: FieldRow): Promise<void> {
  await trx.query(
    `update document.field set sealed = $3, confidence = $4, sure = $5, rule = $6, page = $7, box = $8, findings = $9, readings = $10
     where document_id = $1 and name = $2`,
    [
      documentId,
      field.name,
      field.sealed,
      field.confidence,
      field.sure,
      field.rule,
      field.page,
      field.box,
      field.findings,
      JSON.stringify(field.readings),
    ],
  );
}

export async function listFields(trx: Trx, documentId: string): Promise<FieldRow[]> {
  const { rows } = await trx.query<FieldRow>(
    `select name, value, sealed, confidence, sure, rule, page, box, state, findings, readings from document.field where document_id = $1`,
    [documentId],
  );
  return rows;
}

/** Says what a field is. */
export async function setField(
  trx: Trx,
  documentId: string,
  name: FieldName,
  said: {
    readonly value: string | null;
    readonly sealed: Buffer | null;
    readonly state: Exclude<FieldState, 'read'>;
    readonly by: string;
  },
): Promise<void> {
  await trx.query(
    `update document.field set value = $3, sealed = $4, state = $5, confirmed_by = $6, confirmed_at = clock_timestamp()
     where document_id = $1 and name = $2`,
    [documentId, name, said.value, said.sealed, said.state, said.by],
  );
}

export async function insertIdentityHashes(trx: Trx, documentId: string, hashes: readonly Buffer[]): Promise<void> {
  await trx.query(
    `insert into document.identity_number (document_id, ordinal, lookup_hash)
     select $1, n, hash from unnest($2::bytea[]) with ordinality as h(hash, n)`,
    [documentId, hashes],
  );
}
