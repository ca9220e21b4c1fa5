/**
 * Fills the archive of the demonstration: scanned papers in every state, by the verbs that the desk uses. After being broken off it is begun
 * again, and a paper of the same bytes goes on from where it stands; one whose parcel it had confirmed already is then of another parcel.
 * What could not be read here is read by the worker: its tasks are queued all the same.
 */
import { createHash } from 'node:crypto';
import { listPages } from '../../../server/db/document/scans.ts';
import { insertSecondReading } from '../../../server/db/document/second-readings.ts';
import { actAs } from '../../../server/db/kit/act-as.ts';
import { inTransaction } from '../../../server/db/kit/transaction.ts';
import { rememberStaff } from '../../../server/db/staging/staff.ts';
import type { Actor } from '../../../server/domain/actor.ts';
import type { DocumentSummary } from '../../../server/domain/contract/document/documents.ts';
import { keepSourceFile } from '../../../server/registry/batch/keep-source-file.ts';
import { confirmDocument } from '../../../server/registry/document/confirm-document.ts';
import { decideDocumentLink } from '../../../server/registry/document/decide-link.ts';
import { getDocumentFields } from '../../../server/registry/document/get-document-fields.ts';
import { listDocuments } from '../../../server/registry/document/list-documents.ts';
import { placeDocument } from '../../../server/registry/document/place-document.ts';
import type { QueueScan } from '../../../server/registry/document/queue-scan.ts';
import { createReadingCipher } from '../../../server/registry/document/reading-cipher.ts';
import { receiveScan } from '../../../server/registry/document/receive-scan.ts';
import type { SampleDraw } from '../../../server/registry/document/sample-draw.ts';
import { setDocumentField } from '../../../server/registry/document/set-document-field.ts';
import { createWordTokens } from '../../../server/registry/document/word-tokens.ts';
import { getMapSheet } from '../../../server/registry/map-sheet/get-map-sheet.ts';
import { placeMapSheet } from '../../../server/registry/map-sheet/place-map-sheet.ts';
import { createIdentityCipher } from '../../../server/registry/store/identity-cipher.ts';
import type { ImportContext } from '../../pipeline.ts';
import { createScanRun, SCAN_WORKER } from '../../scan/work/create-scan-run.ts';
import { demoActor } from '../demo-actor.ts';
import { type ArchivePaper, drawArchive, type PaperFate } from './archive-papers.ts';
import { drawSheet, placingOf } from './archive-sheet.ts';

/** What became of a paper; `queued`: it could not be read now, and why. */
export type ScanFate = PaperFate | 'map_sheet' | 'queued';

export interface ArchiveRequest {
  readonly communes: readonly string[];
  readonly seed: number;
  readonly queue: QueueScan;
  onScan(name: string, fate: ScanFate, error?: unknown): void;
}

const COMMUNE = '99001';
/** Papers that are read at a time: each has programs of its own. */
const LANES = 2;

async function* once(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

/** One in the sample, whichever it is: the draw of the product is by lot. */
const drawsAll: SampleDraw = {
  async draw(trx, document) {
    await insertSecondReading(trx, { ...document, oneOf: 1 });
    return true;
  },
};
const drawsNone: SampleDraw = { draw: async () => false };

function openArchive({ pool, storageDir, personalDataKey }: ImportContext, { communes, queue }: ArchiveRequest) {
  const archivist = demoActor('archivist', communes);
  const approver = demoActor('approver', communes);
  const cipher = createReadingCipher(personalDataKey);
  const tokens = createWordTokens(personalDataKey);
  const run = createScanRun({ storageDir, personalDataKey }, queue);

  /** Brings a file in and reads it; the document it became. */
  async function read(name: string, bytes: Buffer, who: Actor = archivist): Promise<DocumentSummary | undefined> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kept = await keepSourceFile(storageDir, personalDataKey, sha256, once(bytes));
    const scanId = await actAs(pool, who, async (trx) => {
      await rememberStaff(trx, who);
      return receiveScan(trx, who.id, { ...kept, name, mediaType: 'application/pdf' }, COMMUNE, queue);
    });
    await run(pool, { scanId, pageNo: null });
    const pages = await inTransaction(pool, SCAN_WORKER, (trx) => listPages(trx, scanId));
    for (const { pageNo, state } of pages) if (state === 'split') await run(pool, { scanId, pageNo });
    const { items } = await listDocuments(pool, archivist, tokens, { scanId });
    return items[0];
  }

  /** Says every field as the paper has it, as somebody does who looks at it, and ends the review. */
  async function confirm(id: string, { truth, parcelId, fate }: ArchivePaper): Promise<void> {
    const { items } = await getDocumentFields(pool, archivist, cipher, id);
    for (const { name } of items) {
      const said = { documentId: id, name, given: truth[name] ?? null, language: 'vi' as const };
      await setDocumentField(pool, archivist, { cipher, tokens }, said);
    }
    const sample = fate === 'again' ? drawsAll : drawsNone;
    const tools = { reading: cipher, identity: createIdentityCipher(personalDataKey), sample };
    await confirmDocument(pool, archivist, tools, id, parcelId === null ? [] : [parcelId]);
  }

  async function finish(paper: ArchivePaper, document: DocumentSummary, number: number): Promise<void> {
    const { fate, parcelId } = paper;
    if (fate === 'review' || fate === 'differs') return;
    if (document.status === 'to_review') await confirm(document.id, paper);
    const place = { store: 'Kho 1', row: 'A', shelf: '2', box: 'H14', number: String(number) };
    await placeDocument(pool, archivist, document.id, place);
    if (fate === 'registered' && parcelId !== null)
      await decideDocumentLink(pool, approver, { documentId: document.id, parcelId }, { status: 'registered' });
  }
  return { archivist, read, finish };
}

/** Brings the papers in, and one map sheet that is laid on the land. */
export async function bringArchive(context: ImportContext, request: ArchiveRequest): Promise<void> {
  const { pool, personalDataKey } = context;
  const { communes, seed, onScan } = request;
  const officer = demoActor('officer', communes);
  const { archivist, read, finish } = openArchive(context, request);
  /** A paper that cannot be read here does not keep the rest from being there: it waits for the worker. */
  async function readOr(name: string, bytes: Buffer): Promise<DocumentSummary | undefined> {
    try {
      return await read(name, bytes);
    } catch (error) {
      onScan(name, 'queued', error);
      return undefined;
    }
  }
  const bringPaper = async (paper: ArchivePaper, number: number): Promise<void> => {
    const document = await readOr(paper.name, paper.bytes);
    if (!document) return;
    await finish(paper, document, number);
    onScan(paper.name, paper.fate);
  };
  const bringSheet = async (): Promise<void> => {
    const sheet = await drawSheet(pool, officer, COMMUNE, seed);
    if (!sheet) return;
    const name = `to-ban-do-${sheet.paper.sheetNo}.pdf`;
    const document = await readOr(name, sheet.bytes);
    if (!document) return;
    const asked = { id: document.id, n: 1 };
    const { width, version } = await getMapSheet(pool, archivist, asked);
    await placeMapSheet(pool, archivist, asked, {
      placing: placingOf(sheet, { width }, seed),
      version,
      language: 'vi',
    });
    onScan(name, 'map_sheet');
  };
  const papers: ArchivePaper[] = [];
  for await (const paper of drawArchive(pool, officer, { commune: COMMUNE, seed, personalDataKey })) papers.push(paper);
  const waiting = [bringSheet, ...papers.map((paper, at) => () => bringPaper(paper, at + 1))].values();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const bring of waiting) await bring();
    }),
  );
}
