/** Certificates as staff of their commune reads them. Whoever is named is shown, so every look is logged. */
import type pg from 'pg';
import { logPartyReading } from '../../db/audit/read-log.ts';
import {
  type CertificateRow,
  findCertificate,
  listCertificatesOf,
  listDealtSince,
  listLegacyOf,
} from '../../db/document/certificate-rows.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import { normaliseSerial } from '../../domain/certificate-serial.ts';
import type { Certificate, CertificateDetail } from '../../domain/contract/paper/certificates.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { printPaperCode } from '../../domain/paper.ts';
import { templateOn } from '../../domain/paper-template.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../../registry/kit/as-staff.ts';
import type { PaperPress } from '../issue-paper.ts';
import { changesOf } from './facts-of-certificate.ts';

const describe = (row: CertificateRow): Certificate => ({
  serial: row.serial,
  code: row.code === null ? null : printPaperCode(row.code),
  bookNo: row.bookNo,
  status: row.status,
  office: row.office,
  issuedOn: row.issuedOn,
  replaces: row.replaces,
  holders: (row.content?.holders ?? []).map(({ partyId, name, share }) => ({ partyId, name, share })),
  parcels: (row.content?.lands ?? []).map(({ parcelId, no, sheet }) => ({ parcelId, no, sheet })),
  raisedBy: row.raisedBy,
  endedBy: row.endedBy,
  endedAt: row.endedAt?.toISOString() ?? null,
});

const holdersOf = (certificates: readonly Certificate[]): string[] =>
  certificates.flatMap(({ holders }) => holders.map(({ partyId }) => partyId));

/** The certificate by its serial as anybody writes it. */
export async function getRow(trx: Trx, typed: string): Promise<CertificateRow> {
  const row = await findCertificate(trx, normaliseSerial(typed)?.serial ?? typed);
  if (!row) throw new Problem('certificate.not_found');
  return row;
}

export const listCertificates = (pool: pg.Pool, actor: Actor, parcelId: string): Promise<{ items: Certificate[] }> =>
  asStaff(pool, actor, async (trx) => {
    const known = (await listCertificatesOf(trx, parcelId)).map(describe);
    const legacy = (await listLegacyOf(trx, parcelId)).map(
      ({ serial, holders }): Certificate => ({
        serial,
        code: null,
        bookNo: null,
        status: 'valid',
        office: null,
        issuedOn: null,
        replaces: null,
        holders,
        parcels: [],
        raisedBy: null,
        endedBy: null,
        endedAt: null,
      }),
    );
    const items = [...legacy, ...known];
    await logPartyReading(trx, { actor: actor.id, partyIds: holdersOf(items), purpose: 'certificates' });
    return { items };
  });

export const getCertificate = (
  { pool, templates }: Pick<PaperPress, 'pool' | 'templates'>,
  actor: Actor,
  serial: string,
): Promise<CertificateDetail> =>
  asStaff(pool, actor, async (trx) => {
    const row = await getRow(trx, serial);
    const certificate = describe(row);
    await logPartyReading(trx, { actor: actor.id, partyIds: holdersOf([certificate]), purpose: 'certificate' });
    const { certificate: versions } = templates;
    const { words } = templateOn(versions, row.issuedOn ?? dayOf(new Date())) ?? versions.at(-1)!;
    const changes = changesOf(words, await listDealtSince(trx, row.serial), row.office ?? '');
    return { ...certificate, changes: changes.map(({ day, content }, at) => ({ n: at + 1, day, content })) };
  });
