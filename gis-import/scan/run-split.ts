/** Has a scan taken apart by children under limits, page after page; a page that brings its child down is refused, and the next child goes on. */
import { fileURLToPath } from 'node:url';
import { type LimitReached, spawnLimited } from '../../server/child/limited-child.ts';
import type { ScanTrouble } from '../../server/domain/document/scan-trouble.ts';
import { SCAN_LIMITS, type ScanLimits } from './scan-limits.ts';
import type { SplitJob, SplitMessage, SplitPage } from './scan-protocol.ts';

/** The machine failed, not the file: disk full, no right to read. */
export class ScanFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ScanFailure';
    this.code = code;
  }
}

/** What becomes of pages, as they come; each is waited for before the next is looked at. */
export interface PageReceiver {
  /** How many there are, before the first. */
  opened(pages: number): Promise<void>;
  page(page: SplitPage): Promise<void>;
  pageRefused(pageNo: number, trouble: ScanTrouble): Promise<void>;
}

const CHILD = fileURLToPath(new URL('./split-child.ts', import.meta.url));
const TROUBLES: Readonly<Record<LimitReached, ScanTrouble>> = { time: 'scan.too_slow', memory: 'scan.too_heavy' };

type RunEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly trouble: ScanTrouble }
  /** Ended by a limit while this page was drawn; null before the first. */
  | { readonly kind: 'broken'; readonly trouble: ScanTrouble; readonly pageNo: number | null };

function runOnce(job: SplitJob, receiver: PageReceiver): Promise<RunEnd> {
  const { child, seen, limit, stop } = spawnLimited(CHILD, job.limits);
  return new Promise((resolve, reject) => {
    let last: RunEnd | null = null;
    let failure: ScanFailure | null = null;
    let begun: number | null = null;
    let complaint = '';
    // One after another, in the order in which they came.
    let received: Promise<void> = Promise.resolve();
    const then = (work: () => Promise<void>) => {
      received = received.then(work);
      received.catch(() => child.kill('SIGKILL'));
    };
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4_000);
    });
    child.on('message', (message: SplitMessage) => {
      seen();
      switch (message.type) {
        case 'opened':
          return then(() => receiver.opened(message.pages));
        case 'begin':
          begun = message.pageNo;
          return;
        case 'page':
          begun = null;
          return then(() => receiver.page(message.page));
        case 'page-refused':
          begun = null;
          return then(() => receiver.pageRefused(message.pageNo, message.trouble));
        case 'refused':
          last = { kind: 'refused', trouble: message.trouble };
          return;
        case 'done':
          last = { kind: 'done' };
          return;
        case 'failed':
          failure = new ScanFailure(message.code, message.message);
          return;
      }
    });
    child.once('error', (error) => {
      stop();
      reject(new ScanFailure('scan.not_started', error.message));
    });
    child.once('close', (status, signal) => {
      stop();
      received.then(() => {
        const reached = limit(complaint);
        if (last) resolve(last);
        else if (failure) reject(failure);
        else if (reached) resolve({ kind: 'broken', trouble: TROUBLES[reached], pageNo: begun });
        // A decoder that falls down on a page does so again: it is that page's fault. Before the first page nobody knows.
        else if (begun !== null && signal !== 'SIGKILL')
          resolve({ kind: 'broken', trouble: 'scan.damaged', pageNo: begun });
        else reject(new ScanFailure('scan.failed', `the child ended with ${signal ?? status}`));
      }, reject);
    });
    child.send(job);
  });
}

/** Why nothing of the file is shown, or null where its pages came. Throws ScanFailure when the machine fails. */
export async function runSplit(
  given: { readonly path: string; readonly folder: string; readonly from: number },
  receiver: PageReceiver,
  limits: ScanLimits = SCAN_LIMITS,
): Promise<ScanTrouble | null> {
  let from = given.from;
  for (;;) {
    const end = await runOnce({ ...given, from, limits }, receiver);
    if (end.kind === 'done') return null;
    if (end.kind === 'refused' || end.pageNo === null) return end.trouble;
    await receiver.pageRefused(end.pageNo, end.trouble);
    from = end.pageNo + 1;
  }
}
