/** Sheet PL3-01 of Kế hoạch 515/KH-BCA-BNNMT, filled from the register, and the scans it names. */
import { createWriteStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type pg from 'pg';
import { logDocumentReading, logPartyReading } from '../../db/audit/read-log.ts';
import { type CleanUpRow, readCleanUpRows } from '../../db/parcel/clean-up-rows.ts';
import type { Actor } from '../../domain/actor.ts';
import { normaliseSerial } from '../../domain/certificate-serial.ts';
import { scanNameOf } from '../../domain/document/file-name.ts';
import {
  CLEAN_UP_COLUMNS,
  type CleanUpFacts,
  cleanUpRow,
  missingIn,
  wrongIn,
} from '../../domain/exchange/clean-up-sheet.ts';
import { dayOf } from '../../domain/legal-day.ts';
import type { LookPurpose } from '../../domain/look-purpose.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { SheetValue } from '../../domain/spreadsheet/sheet-column.ts';
import { writeWorkbook } from '../../domain/spreadsheet/write-workbook.ts';
import { openScratch } from '../../registry/batch/open-scratch.ts';
import { chooseSheets } from '../../registry/exchange/choose-sheets.ts';
import { asStaff } from '../../registry/kit/as-staff.ts';
import { createIdentityCipher } from '../../registry/store/identity-cipher.ts';

export interface AskedCleanUp {
  readonly code: string;
  /** Numbers with commas. */
  readonly sheets?: string | undefined;
  readonly purpose: LookPurpose;
}

export interface CleanUpPlace {
  readonly pool: pg.Pool;
  readonly portal: pg.Pool;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
}

/** A certificate of the sheet, with the papers of the archive that its files are made of; none where it was never scanned. */
export interface CleanUpCertificate {
  readonly serial: string;
  /** Name of its files, without the ending that says which. */
  readonly stem: string;
  rows: number;
  wrong: number;
  missing: number;
  readonly certificateIds: string[];
  readonly paperIds: string[];
  /** Whether a scan of it holds a further certificate, so that nobody can tell whose the other papers are. */
  isShared: boolean;
}

export interface CleanUpSheet {
  /** Without a name any more: it is gone with its handle. */
  readonly file: FileHandle;
  readonly name: string;
  readonly certificates: readonly CleanUpCertificate[];
}

/** Each once, in the order in which they came. */
const addTo = (list: string[], ids: readonly string[]): void => {
  for (const id of ids) if (!list.includes(id)) list.push(id);
};

/** Keeps one entry a serial; serials that would share a file name are told apart by a number. */
function createCertificates() {
  const bySerial = new Map<string, CleanUpCertificate>();
  const stems = new Set<string>();
  const stemFor = (serial: string): string => {
    const plain = scanNameOf(serial);
    let stem = plain;
    for (let n = 2; stems.has(stem.toLowerCase()); n++) stem = `${plain}_${n}`;
    stems.add(stem.toLowerCase());
    return stem;
  };
  return {
    all: () => [...bySerial.values()],
    of(serial: string): CleanUpCertificate {
      const known = bySerial.get(serial);
      if (known) return known;
      const made: CleanUpCertificate = {
        serial,
        stem: stemFor(serial),
        rows: 0,
        wrong: 0,
        missing: 0,
        certificateIds: [],
        paperIds: [],
        isShared: false,
      };
      bySerial.set(serial, made);
      return made;
    },
  };
}

const factsOf = (row: CleanUpRow, stem: string, numbers: readonly string[]): CleanUpFacts => ({
  ...row,
  issuedOn: row.issuedOn ?? row.onPaper?.issuedOn ?? null,
  bookNo: row.bookNo ?? row.onPaper?.bookNo ?? null,
  identityNumbers: numbers,
  scan: row.onPaper && {
    holder: row.onPaper.holder,
    sheetNo: row.onPaper.sheetNo,
    parcelNo: row.onPaper.parcelNo,
    file: `${stem}-GCN.pdf`,
    papersFile: row.paperIds.length === 0 ? null : `${stem}-GT.pdf`,
  },
});

/**
 * Fills the sheet for certificates that hold now on the sheets of a unit, and hands it out opened. Whose names and numbers are in it, and which scans,
 * is in the read log before the first byte leaves. Throws parcel_file.no_certificates, commune.not_found, auth.forbidden.
 */
export async function exportCleanUp(
  { pool, portal, storageDir, personalDataKey }: CleanUpPlace,
  actor: Actor,
  asked: AskedCleanUp,
  signal: AbortSignal,
): Promise<CleanUpSheet> {
  const sheetIds = await chooseSheets(portal, actor, asked);
  const cipher = createIdentityCipher(personalDataKey);
  const certificates = createCertificates();
  const parties = new Set<string>();
  const scratch = await openScratch(storageDir);
  const path = join(scratch, 'pl3-01.xlsx');
  async function* rows(trx: Parameters<typeof readCleanUpRows>[0]): AsyncGenerator<SheetValue[]> {
    for await (const page of readCleanUpRows(trx, sheetIds)) {
      signal.throwIfAborted();
      for (const row of page) {
        const entry = certificates.of(row.serial);
        const facts = factsOf(
          row,
          entry.stem,
          row.ciphers.map((sealed) => cipher.open(sealed)),
        );
        const usual = normaliseSerial(row.serial)?.usual ?? false;
        entry.rows += 1;
        if (wrongIn(facts, usual).length > 0) entry.wrong += 1;
        if (missingIn(facts).length > 0) entry.missing += 1;
        if (row.documentId !== null) addTo(entry.certificateIds, [row.documentId]);
        addTo(entry.paperIds, row.paperIds);
        if (row.isShared) entry.isShared = true;
        parties.add(row.partyId);
        yield cleanUpRow(facts, usual);
      }
    }
  }
  try {
    await asStaff(pool, actor, async (trx) => {
      const bytes = writeWorkbook('PL3-01', CLEAN_UP_COLUMNS, rows(trx));
      await pipeline(Readable.fromWeb(bytes as ReadableStream), createWriteStream(path, { flags: 'wx', mode: 0o600 }), {
        signal,
      });
      const all = certificates.all();
      if (all.length === 0) throw new Problem('parcel_file.no_certificates');
      const { purpose } = asked;
      await logPartyReading(trx, { actor: actor.id, partyIds: [...parties], purpose });
      const documentIds = all.flatMap(({ certificateIds, paperIds }) => [...certificateIds, ...paperIds]);
      await logDocumentReading(trx, { actor: actor.id, documentIds, purpose });
    });
    return {
      file: await open(path, 'r'),
      name: `PL3-01-${asked.code}-${dayOf(new Date())}`,
      certificates: certificates.all(),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Names of the files of a certificate, as the sheet says them. */
export const filesOf = ({ stem, certificateIds, paperIds }: CleanUpCertificate) => ({
  certificate: certificateIds.length === 0 ? null : `${stem}-GCN.pdf`,
  papers: certificateIds.length === 0 || paperIds.length === 0 ? null : `${stem}-GT.pdf`,
});
