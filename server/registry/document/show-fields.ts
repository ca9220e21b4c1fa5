import { type FieldRow, listFields } from '../../db/document/fields.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { FIELD_NAMES } from '../../domain/document/document.ts';
import type { DocumentField } from '../../domain/document/reading.ts';
import type { ReadingCipher } from './reading-cipher.ts';

type Sealed = Pick<DocumentField, 'value' | 'readings'>;

/** A field as people see it; what is sealed is opened here and nowhere else. */
export function showField(cipher: ReadingCipher, { sealed, ...row }: FieldRow): DocumentField {
  return sealed === null ? row : { ...row, ...(cipher.open(sealed) as Sealed) };
}

/** The fields of a document in the order in which they are confirmed. */
export async function showFields(trx: Trx, cipher: ReadingCipher, documentId: string): Promise<DocumentField[]> {
  const rows = await listFields(trx, documentId);
  const order = new Map(FIELD_NAMES.map((name, at) => [name, at]));
  return rows.map((row) => showField(cipher, row)).sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
}
