/** Certificates of whole sheets with their parcels, persons and scans, under the row-level security of who asks. */
import { limitTime, type Trx } from '../kit/transaction.ts';

/** A page of persons. */
const PAGE = 1_000;

const field = (name: string) =>
  `(select f.value from document.field f where f.document_id = g.document_id and f.name = '${name}' and f.state = 'confirmed')`;

const SHARED = `exists (select from document.document o where o.scan_id = g.scan_id and o.document_id <> g.document_id
  and o.kind like 'certificate\\_%')`;

export interface CleanUpRow {
  readonly communeCode: string;
  readonly serial: string;
  readonly rightId: string;
  readonly partyId: string;
  readonly kind: string;
  readonly recordedName: string;
  readonly name: string;
  readonly address: string | null;
  /** Sealed identity numbers that hold now. */
  readonly ciphers: readonly Buffer[];
  readonly parcelId: string;
  readonly parcelCode: string;
  readonly sheet: string;
  readonly no: string;
  readonly parcelAddress: string | null;
  readonly areaM2: string;
  readonly purposes: readonly {
    readonly code: string;
    readonly areaM2: string | null;
    readonly until: string | null;
  }[];
  readonly holders: number;
  readonly issuedOn: string | null;
  readonly bookNo: string | null;
  /** Confirmed and registered beside this parcel under this serial; the newest where several are. */
  readonly documentId: string | null;
  readonly onPaper: {
    readonly holder: string | null;
    readonly sheetNo: string | null;
    readonly parcelNo: string | null;
    readonly bookNo: string | null;
    readonly issuedOn: string | null;
  } | null;
  /** Other confirmed papers of the same scan, in its order; none where it holds a further certificate: whose they are nobody can tell. */
  readonly paperIds: readonly string[];
  /** Whether the scan holds a further certificate. */
  readonly isShared: boolean;
}

/** Scans of certificates that stand with parcels, one a parcel and serial. */
const SCANS = `select distinct on (l.parcel_id, s.value) l.parcel_id, s.value as serial, d.document_id, d.scan_id
  from document.parcel_link l join document.document d using (document_id)
  join document.field s on s.document_id = d.document_id and s.name = 'serial' and s.state = 'confirmed'
  where l.status = 'registered' and d.status = 'confirmed' and d.kind like 'certificate\\_%'
  order by l.parcel_id, s.value, d.decided_at desc, d.document_id`;

/**
 * Rows of the sheets that hold now, ordered by certificate, sheet, number and person, in pages, all of one moment. Inside the caller's
 * transaction.
 */
export async function* readCleanUpRows(trx: Trx, sheetIds: readonly string[]): AsyncGenerator<CleanUpRow[]> {
  await limitTime(trx, { statement: '60s', lock: '2s' });
  await trx.query(
    `declare clean_up_rows no scroll cursor for
     with scan as materialized (${SCANS})
     select s.commune_code::text as "communeCode", r.certificate_serial as serial, r.right_id as "rightId", r.party_id as "partyId", q.kind,
       q.name as "recordedName", p.name, p.address,
       array(select i.cipher from party.identity_paper i where i.party_id = p.party_id
         and case when p.identity_ordinal is null then i.raised_by is null else i.ordinal = p.identity_ordinal end order by i.ordinal) as ciphers,
       v.parcel_id as "parcelId", v.parcel_code::text as "parcelCode", s.number as sheet, v.parcel_no as no, v.address as "parcelAddress",
       coalesce(v.legal_area_m2, v.area_m2)::text as "areaM2",
       coalesce((select json_agg(json_build_object('code', u.land_use_code, 'areaM2', u.area_m2::text, 'until', u.until) order by u.ordinal)
         from cadastre.parcel_purpose u where u.parcel_id = v.parcel_id and u.version_no = v.version_no), '[]'::json) as purposes,
       (count(*) over (partition by r.certificate_serial, r.parcel_id))::int as holders,
       c.issued_on::text as "issuedOn", c.book_no as "bookNo", g.document_id as "documentId",
       case when g.document_id is not null then json_build_object('holder', ${field('holder')}, 'sheetNo', ${field('sheetNo')},
         'parcelNo', ${field('parcelNo')}, 'bookNo', ${field('bookNo')}, 'issuedOn', ${field('issuedOn')}) end as "onPaper",
       array(select d.document_id from document.document d where d.scan_id = g.scan_id and d.status = 'confirmed'
         and d.kind not like 'certificate\\_%' and not ${SHARED} order by d.ordinal)::text[] as "paperIds", ${SHARED} as "isShared"
     from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
     join rights."right" r on r.parcel_id = v.parcel_id and r.ended_at is null and r.registered_at is not null and r.certificate_serial is not null
     join party.party q on q.party_id = r.party_id join party.present p on p.party_id = r.party_id
     left join document.certificate c on c.serial = r.certificate_serial
     left join scan g on g.parcel_id = v.parcel_id and g.serial = r.certificate_serial
     where v.sheet_id = any($1::uuid[]) and v.status = 'current'
     order by r.certificate_serial, length(s.number), s.number, length(v.parcel_no), v.parcel_no, v.parcel_id, r.registered_at, r.right_id`,
    [sheetIds],
  );
  for (;;) {
    const { rows } = await trx.query<CleanUpRow>(`fetch ${PAGE} from clean_up_rows`);
    if (rows.length === 0) break;
    yield rows;
  }
  await trx.query('close clean_up_rows');
}
