import type { ShelfPlace } from '../../domain/document/shelf-place.ts';
import type { Trx } from '../kit/transaction.ts';

/** Where a paper lies; undefined where nobody said so yet. */
export async function findShelfPlace(trx: Trx, documentId: string): Promise<ShelfPlace | undefined> {
  const { rows } = await trx.query<ShelfPlace>(
    'select store, "row", shelf, box, number from document.shelf_place where document_id = $1',
    [documentId],
  );
  return rows[0];
}

export async function setShelfPlace(
  trx: Trx,
  paper: { readonly documentId: string; readonly communeCode: string; readonly by: string },
  place: ShelfPlace,
): Promise<void> {
  await trx.query(
    `insert into document.shelf_place (document_id, commune_code, store, "row", shelf, box, number, placed_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (document_id) do update set store = $3, "row" = $4, shelf = $5, box = $6, number = $7, placed_by = $8, placed_at = clock_timestamp()`,
    [paper.documentId, paper.communeCode, place.store, place.row, place.shelf, place.box, place.number, paper.by],
  );
}
