import type { ShelfBox, ShelfPlace } from '../../domain/document/shelf-place.ts';
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

export interface BoxRow extends ShelfBox {
  readonly papers: number;
  /** Names of the communes of which papers lie in it, as they are called today. */
  readonly communes: string[];
  /** When a paper was last put in or moved. */
  readonly placedAt: Date;
}

const COMMUNE = `coalesce((select u.name from reference.administrative_unit u where u.code = h.commune_code and u.valid_to is null limit 1), h.commune_code)`;

/** Boxes of the archive that the actor may know of, in no order that a person would expect; one more than asked says that there are more. */
export async function listBoxes(trx: Trx, words: string | null, limit: number): Promise<BoxRow[]> {
  const { rows } = await trx.query<BoxRow>(
    `select h.store, h."row", h.shelf, h.box, count(*)::int as papers, array_agg(distinct ${COMMUNE}) as communes, max(h.placed_at) as "placedAt"
     from document.shelf_place h
     where $1::text is null or strpos(unaccent(lower(concat_ws('/', h.store, h."row", h.shelf, h.box))), unaccent(lower($1))) > 0
     group by h.store, h."row", h.shelf, h.box order by h.store, h."row", h.shelf, h.box limit $2`,
    [words, limit],
  );
  return rows;
}

export interface PlacedPaper extends ShelfPlace {
  readonly commune: string;
  readonly placedAt: Date;
}

/** What lies in these boxes. */
export async function listPapersIn(trx: Trx, boxes: readonly ShelfBox[], limit: number): Promise<PlacedPaper[]> {
  const { rows } = await trx.query<PlacedPaper>(
    `select h.store, h."row", h.shelf, h.box, h.number, ${COMMUNE} as commune, h.placed_at as "placedAt"
     from jsonb_to_recordset($1) as b(store text, "row" text, shelf text, box text)
     join document.shelf_place h using (store, "row", shelf, box)
     order by h.document_id limit $2`,
    [JSON.stringify(boxes), limit],
  );
  return rows;
}
