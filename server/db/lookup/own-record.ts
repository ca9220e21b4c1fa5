/** What is known of who holds an identity number, by its keyed hash: through functions that want the hash and give nothing else away. */
import type { OwnLand, OwnLook, OwnPaper, OwnRequest } from '../../domain/contract/parcel/own-record.ts';
import type { Trx } from '../kit/transaction.ts';

const PARCEL = `json_build_object('id', parcel_id, 'sheet', sheet_no, 'no', parcel_no, 'commune', commune_name) as parcel`;

export async function listOwnLand(trx: Trx, hash: Buffer, most: number): Promise<OwnLand[]> {
  const { rows } = await trx.query<OwnLand>(
    `select ${PARCEL}, parcel_code as code, kind as right, share, until::text as until, certificate_serial as "certificateSerial",
       land_use as "landUse", area_m2 as "areaM2", legal_area_m2 as "legalAreaM2"
     from lookup.own_land($1, $2)`,
    [hash, most],
  );
  return rows;
}

type Dated<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: T[P] extends string ? Date : Date | null };

export async function listOwnRequests(trx: Trx, hash: Buffer, most: number): Promise<OwnRequest[]> {
  const { rows } = await trx.query<Dated<OwnRequest, 'receivedAt' | 'decidedAt'>>(
    `select reference, kind, status, suspended, received_at as "receivedAt", due_on::text as "dueOn", decided_at as "decidedAt", ${PARCEL},
       paper_serial as "paperSerial", paper_status as "paperStatus"
     from lookup.own_requests($1, $2)`,
    [hash, most],
  );
  return rows.map(({ receivedAt, decidedAt, ...row }) => ({
    ...row,
    receivedAt: receivedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }));
}

export async function listOwnPapers(trx: Trx, hash: Buffer, most: number): Promise<OwnPaper[]> {
  const { rows } = await trx.query<Dated<OwnPaper, 'issuedAt'>>(
    'select serial, kind, status, issued_at as "issuedAt", office from lookup.own_papers($1, $2)',
    [hash, most],
  );
  return rows.map(({ issuedAt, ...row }) => ({ ...row, issuedAt: issuedAt.toISOString() }));
}

export async function listOwnLooks(trx: Trx, hash: Buffer, most: number): Promise<OwnLook[]> {
  const { rows } = await trx.query<Dated<OwnLook, 'at'>>(
    'select looked_at as at, purpose, subject, name from lookup.own_looks($1, $2)',
    [hash, most],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
