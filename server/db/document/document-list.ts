/** Schema document as the desk reads it, under the row-level security of who asks. */
import type {
  DocumentKind,
  DocumentStatus,
  PageMark,
  PageState,
  PageTurn,
  PictureSize,
} from '../../domain/document/document.ts';
import type { DocumentFindingCode } from '../../domain/document/document-finding.ts';
import type { SecondReadingState } from '../../domain/document/second-reading.ts';
import type { ShelfPlace } from '../../domain/document/shelf-place.ts';
import type { Trx } from '../kit/transaction.ts';

interface Member {
  readonly id: string;
  readonly name: string | null;
}

export interface LinkRow {
  readonly parcelId: string;
  /** Of the parcel, the latest. */
  readonly version: number;
  readonly sheet: string;
  readonly no: string;
  readonly status: 'proposed' | 'registered' | 'refused';
  readonly proposedBy: Member;
  readonly decidedBy: Member | null;
  readonly reason: string | null;
}

export interface DocumentRow {
  readonly id: string;
  readonly scanId: string;
  readonly ordinal: number;
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  readonly version: number;
  readonly commune: { readonly code: string; readonly name: string };
  readonly sourceName: string;
  readonly pages: number;
  readonly pagesRead: number;
  readonly pagesRefused: number;
  readonly serial: string | null;
  readonly sheetNo: string | null;
  readonly parcelNo: string | null;
  readonly fieldsOpen: number;
  readonly fieldsSure: number;
  readonly findings: DocumentFindingCode[];
  readonly heldBy: Member | null;
  readonly reason: string | null;
  readonly trouble: string | null;
  readonly createdAt: Date;
  readonly decidedBy: Member | null;
  readonly decidedAt: Date | null;
  readonly links: LinkRow[];
  readonly place: ShelfPlace | null;
  readonly second: {
    readonly status: SecondReadingState;
    readonly firstReader: string;
    readonly reader: string | null;
  } | null;
}

const member = (actor: string) =>
  `case when ${actor} is not null then json_build_object('id', ${actor}, 'name', (select s.name from staging.staff s where s.actor = ${actor})) end`;
const field = (name: string) =>
  `(select f.value from document.field f where f.document_id = d.document_id and f.name = '${name}')`;

const SELECT = `select d.document_id as id, d.scan_id as "scanId", d.ordinal, d.kind, d.status, d.version,
    json_build_object('code', d.commune_code, 'name', coalesce(u.name, d.commune_code::text)) as commune, s.source_name as "sourceName",
    case when d.status = 'reading' or s.status = 'refused' then coalesce(s.pages, 0) else p.pages end::int as pages,
    case when d.status = 'reading' then p.file_read else p.read end::int as "pagesRead", p.refused::int as "pagesRefused",
    ${field('serial')} as serial, ${field('sheetNo')} as "sheetNo", ${field('parcelNo')} as "parcelNo",
    f.open::int as "fieldsOpen", f.sure::int as "fieldsSure", d.findings,
    case when d.held_until > clock_timestamp() then ${member('d.held_by')} end as "heldBy", d.reason, s.trouble,
    d.created_at as "createdAt", ${member('d.decided_by')} as "decidedBy", d.decided_at as "decidedAt",
    coalesce((select json_agg(json_build_object('parcelId', l.parcel_id, 'version', c.version_no, 'sheet', c.sheet_no, 'no', c.parcel_no, 'status', l.status,
        'proposedBy', ${member('l.proposed_by')}, 'decidedBy', ${member('l.decided_by')}, 'reason', l.reason) order by c.sheet_no, c.parcel_no)
      from document.parcel_link l
      join lateral (select h.number as sheet_no, v.parcel_no, v.version_no from cadastre.parcel_version v join cadastre.sheet h using (sheet_id)
        where v.parcel_id = l.parcel_id order by v.version_no desc limit 1) c on true
      where l.document_id = d.document_id), '[]') as links,
    (select json_build_object('store', h.store, 'row', h."row", 'shelf', h.shelf, 'box', h.box, 'number', h.number)
      from document.shelf_place h where h.document_id = d.document_id) as place,
    (select json_build_object('status', r.status, 'firstReader', r.first_reader, 'reader', r.reader)
      from document.second_reading r where r.document_id = d.document_id) as second
  from document.document d
  join document.scan s using (scan_id)
  left join lateral (select u.name from reference.administrative_unit u where u.code = d.commune_code and u.valid_to is null limit 1) u on true
  cross join lateral (select
      count(*) filter (where m.document_id is not null) as pages,
      count(*) filter (where m.document_id is not null and g.state = 'read') as read,
      count(*) filter (where g.state = 'read') as file_read,
      count(*) filter (where g.state = 'refused') as refused
    from document.scan_page g
    left join document.document_page m on m.scan_id = g.scan_id and m.page_no = g.page_no and m.document_id = d.document_id
    where g.scan_id = d.scan_id) p
  cross join lateral (select count(*) filter (where f.state = 'read') as open, count(*) filter (where f.state = 'read' and f.sure) as sure
    from document.field f where f.document_id = d.document_id) f`;

export interface DocumentFilter {
  readonly status: DocumentStatus | null;
  readonly uploadId: string | null;
  readonly scanId: string | null;
  readonly parcelId: string | null;
  readonly commune: string | null;
  /** Only those with a link that waits for a second person, or with none that was not sent back. */
  readonly links: 'proposed' | 'none' | null;
  /** Only those whose second reading is here. */
  readonly second: 'waiting' | 'differs' | null;
  readonly words: string | null;
  /** Of the same words, as they are kept for search; all must stand on the document. */
  readonly tokens: readonly Buffer[];
  /** The order in which they came, or the latest first. */
  readonly oldestFirst: boolean;
  readonly after: { readonly at: string; readonly id: string } | null;
}

const HAS = (text: string) => `strpos(unaccent(lower(${text})), unaccent(lower($7))) > 0`;

/** One row more than asked says that there are more. */
export async function listDocumentRows(trx: Trx, filter: DocumentFilter, limit: number): Promise<DocumentRow[]> {
  const [sign, direction] = filter.oldestFirst ? ['>', 'asc'] : ['<', 'desc'];
  const { rows } = await trx.query<DocumentRow>(
    `${SELECT} where ($1::text is null or d.status = $1) and ($2::uuid is null or d.scan_id = $2)
       and ($3::uuid is null or d.scan_id in (select l.scan_id from staging.upload l where l.upload_id = $3))
       and ($4::uuid is null or d.document_id in (select l.document_id from document.parcel_link l where l.parcel_id = $4 and l.status <> 'refused'))
       and ($5::text is null or d.commune_code = $5)
       and ($6::text is null or d.document_id in (select l.document_id from document.parcel_link l where l.status = 'proposed') and $6 = 'proposed'
         or $6 = 'none' and not exists (select from document.parcel_link l where l.document_id = d.document_id and l.status <> 'refused'))
       and ($7::text is null or ${HAS('s.source_name')} or ${HAS(`coalesce(${field('serial')}, '')`)}
         or d.document_id in (select h.document_id from document.shelf_place h where ${HAS(`concat_ws('/', h.store, h."row", h.shelf, h.box, h.number)`)})
         or ${field('sheetNo')} || '/' || ${field('parcelNo')} = $7
         or d.document_id in (select w.document_id from document.word w where w.token = any ($11::bytea[])
              group by w.document_id having count(*) = cardinality($11::bytea[])))
       and ($12::text is null or d.document_id in (select r.document_id from document.second_reading r where r.status = $12))
       and (d.status <> 'to_review' or p.pages > 0)
       and ($8::timestamptz is null or (d.created_at, d.document_id) ${sign} ($8, $9::uuid))
     order by d.created_at ${direction}, d.document_id ${direction} limit $10`,
    [
      filter.status,
      filter.scanId,
      filter.uploadId,
      filter.parcelId,
      filter.commune,
      filter.links,
      filter.words,
      filter.after?.at ?? null,
      filter.after?.id ?? null,
      limit,
      filter.tokens,
      filter.second,
    ],
  );
  return rows;
}

export async function findDocumentRow(trx: Trx, documentId: string): Promise<DocumentRow | undefined> {
  const { rows } = await trx.query<DocumentRow>(`${SELECT} where d.document_id = $1`, [documentId]);
  return rows[0];
}

export interface PageOfDocument {
  readonly page: number;
  readonly fileNo: number;
  readonly state: PageState;
  readonly trouble: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly turn: PageTurn;
  readonly mark: PageMark | null;
  readonly side: string | null;
}

/**
 * Page of a document that a page of its file is; while it is read for the first time, all of them are its pages. Null: none of it.
 */
const ORDINAL = `coalesce(m.ordinal, case when d.status = 'reading' and g.state <> 'refused'
  and not exists (select from document.document_page x where x.scan_id = d.scan_id) then g.page_no end)`;

/** Pages of a document in its order, then those of its file that are not shown; while it is read, those of the file. */
export async function listPagesOfDocument(trx: Trx, documentId: string): Promise<PageOfDocument[]> {
  const { rows } = await trx.query<PageOfDocument>(
    `select coalesce(${ORDINAL}, 0) as page, g.page_no as "fileNo", g.state, g.trouble, f.width, f.height, g.turn, g.mark, g.side
     from document.document d
     join document.scan_page g using (scan_id)
     left join document.document_page m on m.document_id = d.document_id and m.scan_id = g.scan_id and m.page_no = g.page_no
     left join document.page_picture f on f.scan_id = g.scan_id and f.page_no = g.page_no and f.size = 'full'
     where d.document_id = $1 and (${ORDINAL} is not null or g.state = 'refused')
     order by ${ORDINAL} nulls last, g.page_no`,
    [documentId],
  );
  return rows;
}

/** Digest of the picture of a page of a document. */
export async function findPagePicture(
  trx: Trx,
  documentId: string,
  page: number,
  size: PictureSize,
): Promise<string | undefined> {
  const { rows } = await trx.query<{ sha256: string }>(
    `select encode(f.sha256, 'hex') as sha256 from document.document d
     join document.scan_page g using (scan_id)
     left join document.document_page m on m.document_id = d.document_id and m.scan_id = g.scan_id and m.page_no = g.page_no
     join document.page_picture f on f.scan_id = g.scan_id and f.page_no = g.page_no and f.size = $3
     where d.document_id = $1 and ${ORDINAL} = $2`,
    [documentId, page, size],
  );
  return rows[0]?.sha256;
}
