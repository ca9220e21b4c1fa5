/** Papers of the archive that a dealing rests on. */
import type { DocumentKind } from '../../domain/document/document.ts';
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

export interface BasisDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
  /** Serial that was read off it; null where it has none. */
  readonly serial: string | null;
}

/** Names them in their order; how many of them are papers of the commune that this actor sees and that were not put aside. */
export async function insertBasisDocuments(
  trx: Trx,
  dealingId: string,
  communeCode: string,
  documentIds: readonly string[],
): Promise<number> {
  const { rowCount } = await trx.query(
    prepared(
      `insert into dealing.basis_document (dealing_id, ordinal, document_id)
       select $1, e.n, d.document_id from unnest($3::uuid[]) with ordinality as e(id, n)
       join document.document d on d.document_id = e.id and d.commune_code = $2 and d.status <> 'rejected'`,
      [dealingId, communeCode, documentIds],
    ),
  );
  return rowCount ?? 0;
}

export async function listBasisDocuments(trx: Trx, dealingId: string): Promise<BasisDocument[]> {
  const { rows } = await trx.query<BasisDocument>(
    prepared(
      `select b.document_id as "documentId", d.kind,
         (select f.value from document.field f where f.document_id = d.document_id and f.name = 'serial') as serial
       from dealing.basis_document b join document.document d using (document_id) where b.dealing_id = $1 order by b.ordinal`,
      [dealingId],
    ),
  );
  return rows;
}
