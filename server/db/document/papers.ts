/** Papers as they were issued and what became of them, under the row-level security of who asks. */
import type { Paper } from '../../domain/contract/paper/papers.ts';
import { type PaperKind, printPaperCode } from '../../domain/paper.ts';
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

export interface NewPaper {
  readonly serial: string;
  readonly code: string;
  readonly kind: PaperKind;
  readonly templateVersion: number;
  readonly communeCode: string;
  readonly office: string;
  /** Parties that it names. */
  readonly partyIds: readonly string[];
  readonly holdersLeftOut: boolean;
  readonly sha256: string;
  readonly trialSignature: boolean;
  readonly issuedBy: string;
  readonly requestKey: string;
  readonly asked: Buffer;
  readonly issuedAt: Date;
  readonly parcels: readonly { readonly parcelId: string; readonly version: number }[];
}

/** A number that no paper had. */
export async function takePaperNumber(trx: Trx): Promise<number> {
  const { rows } = await trx.query<{ number: number }>(`select nextval('document.paper_number')::float8 as number`);
  return rows[0]!.number;
}

export async function insertPaper(trx: Trx, paper: NewPaper): Promise<void> {
  await trx.query(
    `insert into document.paper (serial, code, kind, template_version, commune_code, office, party_ids, sha256, trial_signature, issued_by,
       request_key, asked, issued_at, holders_left_out)
     values ($1, $2, $3, $4, $5, $6, $7::uuid[], decode($8, 'hex'), $9, $10, $11, $12, $13, $14)`,
    [
      paper.serial,
      paper.code,
      paper.kind,
      paper.templateVersion,
      paper.communeCode,
      paper.office,
      paper.partyIds,
      paper.sha256,
      paper.trialSignature,
      paper.issuedBy,
      paper.requestKey,
      paper.asked,
      paper.issuedAt,
      paper.holdersLeftOut,
    ],
  );
  for (const [index, { parcelId, version }] of paper.parcels.entries()) {
    await trx.query(
      'insert into document.paper_parcel (serial, ordinal, parcel_id, version_no) values ($1, $2, $3, $4)',
      [paper.serial, index + 1, parcelId, version],
    );
  }
}

type Row = Omit<Paper, 'issuedAt' | 'supersededAt'> & { readonly issuedAt: Date; readonly supersededAt: Date | null };
const SELECT = `select p.serial, p.code, p.kind, p.status, encode(p.sha256, 'hex') as sha256, p.issued_at as "issuedAt", p.office,
    p.trial_signature as "trialSignature", p.holders_left_out as "holdersLeftOut", p.superseded_at as "supersededAt", p.superseded_by as "supersededBy",
    (select json_agg(json_build_object('parcelId', a.parcel_id, 'version', a.version_no) order by a.ordinal)
     from document.paper_parcel a where a.serial = p.serial) as parcels
  from document.paper p`;

const toPaper = (row: Row): Paper => ({
  ...row,
  code: printPaperCode(row.code),
  issuedAt: row.issuedAt.toISOString(),
  supersededAt: row.supersededAt?.toISOString() ?? null,
});

export async function findPaper(trx: Trx, serial: string): Promise<Paper | undefined> {
  const { rows } = await trx.query<Row>(`${SELECT} where p.serial = $1`, [serial]);
  return rows[0] && toPaper(rows[0]);
}

export async function listPapersOf(trx: Trx, parcelId: string): Promise<Paper[]> {
  const { rows } = await trx.query<Row>(
    `${SELECT} where p.serial in (select serial from document.paper_parcel where parcel_id = $1) order by p.issued_at desc, p.serial desc`,
    [parcelId],
  );
  return rows.map(toPaper);
}

/** The paper that a request already made, with the digest of what was asked. */
export async function findPaperByRequest(
  trx: Trx,
  issuedBy: string,
  requestKey: string,
): Promise<{ paper: Paper; asked: Buffer } | undefined> {
  const { rows } = await trx.query<{ serial: string; asked: Buffer }>(
    'select serial, asked from document.paper where issued_by = $1 and request_key = $2',
    [issuedBy, requestKey],
  );
  if (!rows[0]) return undefined;
  const paper = await findPaper(trx, rows[0].serial);
  return paper && { paper, asked: rows[0].asked };
}

/** Parties whose names a paper carries. */
export async function listPaperParties(trx: Trx, serial: string): Promise<string[]> {
  const { rows } = await trx.query<{ partyIds: string[] }>(
    'select party_ids::text[] as "partyIds" from document.paper where serial = $1',
    [serial],
  );
  return rows[0]?.partyIds ?? [];
}

/** How many papers a dealing made superseded. */
export async function countSuperseded(trx: Trx, dealingId: string): Promise<number> {
  const { rows } = await trx.query<{ n: number }>(
    prepared('select count(*)::int as n from document.paper where superseded_by = $1', [dealingId]),
  );
  return rows[0]!.n;
}

/** The office that serves a commune on a day. */
export async function findOffice(trx: Trx, communeCode: string, day: string): Promise<string | undefined> {
  const { rows } = await trx.query<{ name: string }>(
    `select name from reference.office where $1 = any (communes) and valid_from <= $2 and (valid_to is null or valid_to > $2)
     order by cardinality(communes), office_id limit 1`,
    [communeCode, day],
  );
  return rows[0]?.name;
}

/** Names of land uses, for the codes of a parcel. */
export async function listUseNames(trx: Trx, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await trx.query<{ code: string; name: string }>(
    'select code, name_vi as name from reference.land_use where code = any ($1::text[])',
    [codes],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
