import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import {
  clearPages,
  type DocumentOfScan,
  insertFurtherDocument,
  listDocumentsOfScan,
  listPagesOfScan,
  reopenReading,
} from '../../db/document/arrangement.ts';
import { insertDocumentPages, setHold } from '../../db/document/documents.ts';
import { findScan, moveScan } from '../../db/document/scans.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ArrangedDocument, ScanDetail } from '../../domain/contract/document/scans.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { QueueScan } from './queue-scan.ts';

/** A file with its pages and the documents made of them; documents of which all pages were taken away are not shown. */
async function describeScan(trx: Trx, actor: Actor, scanId: string): Promise<ScanDetail> {
  const scan = await findScan(trx, scanId);
  if (!scan) throw new Problem('document.not_found');
  const documents = await listDocumentsOfScan(trx, scanId);
  return {
    id: scanId,
    sourceName: scan.sourceName,
    status: scan.status,
    pageList: await listPagesOfScan(trx, scanId),
    documents: documents
      .filter(({ status, pages }) => status !== 'to_review' || pages.length > 0)
      .map(({ documentId, kind, status, serial, heldBy, isHeld, pages }) => ({
        id: documentId,
        kind,
        status,
        serial,
        heldByOther: isHeld && heldBy !== actor.id,
        pages: [...pages],
      })),
  };
}

export const getScan = (pool: pg.Pool, actor: Actor, scanId: string): Promise<ScanDetail> =>
  actAs(pool, actor, (trx) => describeScan(trx, actor, scanId));

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((page, at) => page === b[at]);

/** What is asked, document by document; throws where it does not begin at what is there, or loses or doubles a page. */
function changesOf(asked: readonly ArrangedDocument[], there: readonly DocumentOfScan[]) {
  const open = there.filter(({ status }) => status === 'to_review');
  const rows = asked.map((document) => {
    const row = there.find(({ documentId }) => documentId === document.id);
    if (row && row.status !== 'to_review') throw new Problem('document.step_refused', { state: row.status });
    if (!same(document.was, row?.pages ?? [])) throw new Problem('version.stale');
    return { ...document, row };
  });
  const isMissed = ({ documentId, pages }: DocumentOfScan) =>
    pages.length > 0 && !asked.some(({ id }) => id === documentId);
  if (open.some(isMissed)) throw new Problem('version.stale');
  const before = open.flatMap(({ pages }) => pages).sort((a, b) => a - b);
  const after = asked.flatMap(({ pages }) => pages).sort((a, b) => a - b);
  const ids = new Set(asked.map(({ id }) => id));
  if (!same(before, after) || ids.size < asked.length) throw new Problem('document.pages_unfit');
  return rows.filter(({ was, pages }) => !same(was, pages));
}

const isDone = (asked: readonly ArrangedDocument[], there: readonly DocumentOfScan[]): boolean =>
  asked.every(({ id, pages }) => {
    const row = there.find(({ documentId }) => documentId === id);
    return row ? same(row.pages, pages) : pages.length === 0;
  });

/**
 * Puts the pages of a file together to other documents: cut, moved or merged. Documents that change are read again and keep what a person
 * said of them; one that has no page left waits unseen for some to come back. Repeatable.
 */
export const arrangePages = (
  pool: pg.Pool,
  actor: Actor,
  queue: QueueScan,
  scanId: string,
  asked: readonly ArrangedDocument[],
): Promise<ScanDetail> =>
  actAs(pool, actor, async (trx) => {
    const scan = await findScan(trx, scanId, true);
    if (!scan) throw new Problem('document.not_found');
    const there = await listDocumentsOfScan(trx, scanId, true);
    if (isDone(asked, there)) return describeScan(trx, actor, scanId);
    if (scan.status !== 'read') throw new Problem('document.step_refused', { state: scan.status });
    const changes = changesOf(asked, there);
    if (changes.some(({ row }) => row?.isHeld && row.heldBy !== actor.id))
      throw new Problem('document.held', { state: 'to_review', retryAfter: 60 });
    await rememberStaff(trx, actor);
    await clearPages(
      trx,
      changes.flatMap(({ row }) => row?.documentId ?? []),
    );
    let ordinal = Math.max(0, ...there.map((row) => row.ordinal));
    for (const { id, pages, row } of changes) {
      if (!row) {
        ordinal += 1;
        const further = { documentId: id, scanId, ordinal, communeCode: scan.communeCode };
        if (!(await insertFurtherDocument(trx, further))) throw new Problem('version.stale');
      } else if (pages.length > 0) await reopenReading(trx, id);
      else await setHold(trx, id, null);
      await insertDocumentPages(trx, id, scanId, pages);
    }
    await moveScan(trx, scanId, 'read', 'split');
    await queue(trx, [{ scanId, pageNo: null }]);
    await writeAudit(trx, {
      actor: actor.id,
      action: 'scan.arranged',
      subjectKind: 'scan',
      subjectId: scanId,
      body: { documents: changes.map(({ id, was, pages }) => ({ id, was, pages })) },
    });
    return describeScan(trx, actor, scanId);
  });
