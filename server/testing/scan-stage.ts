/** The archive under test: the real server with land, people of every role, a worker, and fictional papers that were scanned. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../gis-import/demo/file/random.ts';
import {
  type CertificateFacts,
  drawCertificateFacts,
  type ParcelOfPaper,
} from '../../gis-import/demo/paper/certificate-facts.ts';
import { openPaper } from '../../gis-import/demo/paper/paper-sheet.ts';
import { printCertificate } from '../../gis-import/demo/paper/print-certificate.ts';
import {
  bindPages,
  CLEAN_SCAN,
  type ScannedPage,
  type ScanTraits,
  scanPaper,
} from '../../gis-import/demo/paper/scan-paper.ts';
import { createNames } from '../../gis-import/demo/sheet/names.ts';
import { openWorker } from '../cli/start/open-worker.ts';
import type { DocumentSummary } from '../domain/contract/document/documents.ts';
import { findFreePort } from '../embedded/find-free-port.ts';
import type { Worker } from '../jobs/start-worker.ts';
import { type Caller, type DealingStage, openDealingStage } from './dealing-stage.ts';
import { TEST_CONFIG } from './test-app.ts';
import { ask, beginAt, type Sender, send, sha256 } from './upload/send-upload.ts';

export interface ScanStage {
  readonly t: DealingStage;
  readonly base: string;
  readonly archivist: Caller;
  readonly commune: string;
  /** What a certificate about this land says, drawn from a seed of its own. */
  facts(parcel?: ParcelOfPaper): CertificateFacts;
  /** The paper of these facts, scanned, as one PDF. */
  scan(facts: CertificateFacts, traits?: Partial<ScanTraits>): Promise<Buffer>;
  /** Papers one after another in one PDF. */
  scanFolder(papers: readonly CertificateFacts[]): Promise<Buffer>;
  /** Its first side alone, as a picture. */
  scanFront(facts: CertificateFacts, traits?: Partial<ScanTraits>): Promise<Buffer>;
  /** Sends a file to the archive; the scan it became. */
  bring(bytes: Buffer, name?: string, who?: Caller): Promise<string>;
  /** Documents of a scan once none is being read any more. */
  whenRead(scanId: string): Promise<DocumentSummary[]>;
  documents(query: string, who?: Caller): Promise<DocumentSummary[]>;
  put<T>(path: string, body: object, who: Caller): Promise<{ status: number; body: T }>;
  startWorker(): Promise<Worker>;
  close(): Promise<void>;
}

const COMMUNE = '99001';
async function openOwn(): Promise<{ t: DealingStage; origin: string }> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const t = await openDealingStage({ publicUrl: origin });
  await t.app.listen({ host: '127.0.0.1', port });
  return { t, origin };
}

const QUIET = { info: () => undefined, warn: () => undefined };
/** Longest time a page may wait to be read on a busy machine. */
const PATIENCE_MS = 240_000;

/** On a server of its own, or beside one that listens already. */
export async function openScanStage(given?: { readonly t: DealingStage; readonly origin: string }): Promise<ScanStage> {
  const { t, origin: base } = given ?? (await openOwn());
  const archivist: Caller = { role: 'archivist', sub: 'thu' };
  const senderOf = ({ role, sub, communes = [COMMUNE] }: Caller): Sender => ({
    base,
    headers: t.as(role, communes, sub),
  });
  let seed = 41;
  async function scanned(facts: CertificateFacts, traits: Partial<ScanTraits> = {}): Promise<ScannedPage[]> {
    const paper = await openPaper();
    printCertificate(paper, facts);
    return scanPaper(await paper.bytes(), { ...CLEAN_SCAN, dpi: 200, ...traits }, createRandom(seed));
  }
  const stage: ScanStage = {
    t,
    base,
    archivist,
    commune: COMMUNE,
    facts(parcel) {
      seed += 1;
      const random = createRandom(seed);
      return drawCertificateFacts(
        random,
        createNames(() => random.next()),
        parcel,
      );
    },
    scan: async (facts, traits) => Buffer.from(await bindPages(await scanned(facts, traits))),
    async scanFolder(papers) {
      const pages: ScannedPage[] = [];
      for (const facts of papers) pages.push(...(await scanned(facts)));
      return Buffer.from(await bindPages(pages));
    },
    scanFront: async (facts, traits) => (await scanned(facts, traits))[0]!.bytes,
    async bring(bytes, name = 'gcn.pdf', who = archivist) {
      const metadata = { filename: name, commune: COMMUNE, kind: 'scan', sha256: sha256(bytes) };
      const path = await beginAt(senderOf(who), bytes.length, metadata);
      const reply = await send(senderOf(who), path, 0, bytes);
      if (reply.status !== 204) throw new Error(`${reply.status} ${await reply.text()}`);
      const scanId = reply.headers.get('diaba-scan');
      if (!scanId) throw new Error('the reply names no scan');
      return scanId;
    },
    async documents(query, who = archivist) {
      const reply = await ask(senderOf(who), 'GET', `/api/documents?${query}`);
      if (reply.status !== 200) throw new Error(`${reply.status} ${await reply.text()}`);
      return ((await reply.json()) as { items: DocumentSummary[] }).items;
    },
    async whenRead(scanId) {
      const until = Date.now() + PATIENCE_MS;
      while (Date.now() < until) {
        const found = await stage.documents(`scanId=${scanId}`);
        if (found.length > 0 && found.every(({ status }) => status !== 'reading')) return found;
        await pause(100);
      }
      throw new Error(`scan ${scanId} is not read`);
    },
    async put<T>(path: string, body: object, who: Caller) {
      const { role, sub, communes = [COMMUNE] } = who;
      const headers = { ...t.as(role, communes, sub), 'idempotency-key': randomUUID() };
      const reply = await t.app.inject({ method: 'PUT', url: path, headers, payload: body });
      return { status: reply.statusCode, body: reply.json<T>() };
    },
    startWorker: () =>
      openWorker(
        t.pools,
        { storageDir: t.storageDir, personalDataKey: TEST_CONFIG.personalDataKey, registrySrid: 9214 },
        QUIET,
      ),
    close: () => t.close(),
  };
  return stage;
}
