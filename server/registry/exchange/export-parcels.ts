import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { logPartyReading } from '../../db/audit/read-log.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { countExchangeParcels, readExchangeParcels } from '../../db/parcel/exchange-rows.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  type ExchangeEncoding,
  type ExchangeKind,
  MOST_EXCHANGE_PARCELS,
} from '../../domain/exchange/exchange-file.ts';
import type { ExchangeParcel } from '../../domain/exchange/exchange-parcel.ts';
import { dayOf, endOfDay } from '../../domain/legal-day.ts';
import type { LookPurpose } from '../../domain/look-purpose.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { drawingText } from '../../exchange/drawing-text.ts';
import { exchangeXml } from '../../exchange/exchange-xml.ts';
import { NotInEncoding } from '../../exchange/shapefile-table.ts';
import { writeShapefile } from '../../exchange/write-shapefile.ts';
import { zipFolder } from '../../exchange/zip-folder.ts';
import { openScratch } from '../batch/open-scratch.ts';
import { asStaff } from '../kit/as-staff.ts';
import { chooseSheets } from './choose-sheets.ts';

export interface AskedParcelFile {
  readonly kind: ExchangeKind;
  readonly code: string;
  readonly at?: string | undefined;
  /** Numbers with commas. */
  readonly sheets?: string | undefined;
  /** For which names of holders are in the file; without one they are not. */
  readonly purpose?: LookPurpose | undefined;
  readonly encoding?: ExchangeEncoding | undefined;
}

export interface ParcelFile {
  /** Without a name any more: it is gone with its handle. */
  readonly file: FileHandle;
  readonly name: string;
}

interface Place {
  readonly pool: pg.Pool;
  /** What is where is asked as anybody asks it. */
  readonly portal: pg.Pool;
  readonly storageDir: string;
}

/** Remembers whose names went by. */
async function* noting(pages: AsyncIterable<ExchangeParcel[]>, seen: Set<string>, signal: AbortSignal) {
  for await (const page of pages) {
    signal.throwIfAborted();
    for (const { holders } of page) for (const { partyId } of holders ?? []) seen.add(partyId);
    yield page;
  }
}

/**
 * Writes the parcels of a unit's sheets, as of a day, into a file for other systems and hands it out opened. Whose names are in it is in the read
 * log before the first byte leaves: rows and log are one transaction. Stops when `signal` aborts. Throws parcel_file.*, commune.not_found,
 * auth.forbidden.
 */
export async function exportParcels(
  { pool, portal, storageDir }: Place,
  actor: Actor,
  asked: AskedParcelFile,
  signal: AbortSignal,
): Promise<ParcelFile> {
  const { kind, code, at, purpose, encoding = 'utf8' } = asked;
  const holders = purpose !== undefined;
  const sheetIds = await chooseSheets(portal, actor, asked);
  const before = at === undefined ? null : endOfDay(at);
  const asOf = before ?? new Date();
  const name = `parcels-${code}-${at ?? dayOf(asOf)}`;
  const scratch = await openScratch(storageDir);
  const path = join(scratch, `file.${kind}`);
  const write = async (trx: Trx): Promise<void> => {
    const { parcels, srids } = await countExchangeParcels(trx, sheetIds, before);
    if (parcels === 0) throw new Problem('parcel_file.empty');
    if (parcels > MOST_EXCHANGE_PARCELS) throw new Problem('parcel_file.too_many');
    // A shapefile and a drawing have one system; the XML says it of each boundary.
    if (srids.length > 1 && kind !== 'xml') throw new Problem('parcel_file.several_systems');
    const seen = new Set<string>();
    const pages = noting(readExchangeParcels(trx, sheetIds, before, holders), seen, signal);
    if (kind === 'zip') {
      const folder = join(scratch, 'parts');
      await mkdir(folder, { mode: 0o700 });
      const task = { folder, name, encoding, srid: srids[0]!, withPersons: holders, changed: asOf };
      await writeShapefile(task, pages);
      await zipFolder(folder, path, asOf);
    } else {
      const text = kind === 'dxf' ? drawingText(pages) : exchangeXml(pages, asOf);
      await pipeline(Readable.from(text), createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
    }
    if (purpose !== undefined) await logPartyReading(trx, { actor: actor.id, partyIds: [...seen], purpose });
  };
  try {
    await asStaff(pool, actor, write);
    return { file: await open(path, 'r'), name: `${name}.${kind}` };
  } catch (error) {
    if (error instanceof NotInEncoding)
      throw new Problem('parcel_file.not_in_tcvn3', {
        cause: error,
        errors: [{ field: `${error.parcel.sheet}/${error.parcel.no}`, message: 'TCVN3' }],
      });
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
