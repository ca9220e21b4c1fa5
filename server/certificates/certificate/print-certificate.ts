/** What is printed of a certificate: the overlay for its blank, one confirmation of change, or the ruler page of a printer. */
import type pg from 'pg';
import { logPartyReading } from '../../db/audit/read-log.ts';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { listDealtSince, listIdentityCiphers } from '../../db/document/certificate-rows.ts';
import { findPrinter } from '../../db/document/printers.ts';
import { noteStatementKey } from '../../db/document/statement-keys.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../../registry/kit/as-staff.ts';
import { createIdentityCipher } from '../../registry/store/identity-cipher.ts';
import type { PaperPress } from '../issue-paper.ts';
import { NO_OFFSET, type PrinterOffset } from '../sheet/printer-offset.ts';
import type { PaperSeal } from '../signing/open-seal.ts';
import { templateOf } from '../versions/template-shelf.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import { factsOfCertificate, isOwn, maskNumber, type OwnCertificate } from './facts-of-certificate.ts';
import { type CertificateLayout, layOutConfirmation, layOutOverlay } from './lay-out-certificate.ts';
import { layOutRuler } from './lay-out-ruler.ts';
import { getRow } from './read-certificates.ts';
import { renderCertificate } from './render-certificate.ts';

type Press = Pick<PaperPress, 'pool' | 'personalDataKey' | 'publicUrl' | 'templates' | 'openSeal'>;

/** The facts of a valid certificate that was issued here; the look at its holders and their numbers is logged. */
export async function readCertificateFacts(
  { personalDataKey, publicUrl, templates }: Pick<PaperPress, 'personalDataKey' | 'publicUrl' | 'templates'>,
  trx: Trx,
  actor: Actor,
  serial: string,
  numbers: 'whole' | 'masked',
): Promise<{ readonly row: OwnCertificate; readonly facts: CertificateFacts }> {
  const row = await getRow(trx, serial);
  if (!isOwn(row) || row.status !== 'valid') throw new Problem('certificate.not_printable');
  const partyIds = row.content.holders.map(({ partyId }) => partyId);
  await logPartyReading(trx, { actor: actor.id, partyIds, purpose: 'certificate' });
  const cipher = createIdentityCipher(personalDataKey);
  const known = new Map<string, string[]>();
  for (const { partyId, cipher: sealed } of await listIdentityCiphers(trx, partyIds)) {
    const number = cipher.open(sealed);
    known.set(partyId, [...(known.get(partyId) ?? []), numbers === 'whole' ? number : maskNumber(number)]);
  }
  const template = templateOf(templates, 'certificate', row.issuedOn);
  const since = await listDealtSince(trx, row.serial);
  return { row, facts: factsOfCertificate(row, since, known, publicUrl, template) };
}

async function offsetOf(trx: Trx, printer: string | undefined): Promise<PrinterOffset> {
  if (printer === undefined) return NO_OFFSET;
  const kept = await findPrinter(trx, printer);
  if (!kept) throw new Problem('printer.not_found');
  return kept;
}

interface Asked {
  readonly serial: string;
  readonly printer?: string;
  /** One confirmation of change alone, from 1. */
  readonly change?: number;
}

/** What the code on the blank states of it: its number, the day and how much land, nobody's name. */
const stateOf = ({ statements }: PaperSeal, { code, serial, issuedOn, content }: OwnCertificate): string =>
  statements.state(code, {
    kind: 'certificate',
    serial,
    day: issuedOn,
    parcels: content.lands.length,
    parcelCode: null,
  });

/** The bytes for the printer. Made anew each time from what is kept with the certificate, and noted: a blank is printed once. */
export async function printCertificate(
  press: Press,
  actor: Actor,
  { serial, printer, change }: Asked,
): Promise<Buffer> {
  const moment = new Date();
  const seal = await press.openSeal();
  const { facts, offset } = await asStaff(press.pool, actor, async (trx) => {
    const { row, facts } = await readCertificateFacts(press, trx, actor, serial, 'whole');
    if (change !== undefined && change > facts.changes.length) throw new Problem('certificate.change_not_found');
    const offset = await offsetOf(trx, printer);
    await noteStatementKey(trx, seal.statements);
    await writeAudit(trx, {
      actor: actor.id,
      action: 'certificate.printed',
      subjectKind: 'certificate',
      subjectId: row.serial,
      body: { ...(change === undefined ? {} : { change }) },
    });
    return { facts: { ...facts, qr: `${facts.link}#${stateOf(seal, row)}` }, offset };
  });
  const layOut = (measure: Parameters<typeof layOutOverlay>[1]): CertificateLayout => {
    if (change === undefined) return layOutOverlay(facts, measure);
    const layout = layOutConfirmation(facts, measure, change);
    if (!layout) throw new Problem('certificate.change_not_found');
    return layout;
  };
  const pdf = await renderCertificate({ moment, offset, first: change === undefined ? 'front' : 'back', layOut });
  return Buffer.from(await pdf.save());
}

/** A page on which a ruler tells how far a printer misses its place, with the offset that is kept for it now. */
export async function printRuler(pool: pg.Pool, actor: Actor, printer: string): Promise<Buffer> {
  const offset = await asStaff(pool, actor, async (trx) => (await findPrinter(trx, printer)) ?? NO_OFFSET);
  const pdf = await renderCertificate({
    moment: new Date(),
    offset,
    layOut: (measure) => ({ title: printer, sides: layOutRuler(offset, measure), annex: null }),
  });
  return Buffer.from(await pdf.save());
}
