import { randomUUID } from 'node:crypto';
import { writeAudit } from '../../../server/db/audit/write-audit.ts';
import { forgetReadings, listDocumentsOfScan } from '../../../server/db/document/arrangement.ts';
import {
  insertDocument,
  insertDocumentPages,
  listDocumentIds,
  openForReview,
} from '../../../server/db/document/documents.ts';
import { type FieldRow, insertFields, listFields, setFieldPlace } from '../../../server/db/document/fields.ts';
import {
  findParcelsOfPaper,
  findParcelsOfSerial,
  type RegisterParcel,
} from '../../../server/db/document/register-match.ts';
import {
  findScan,
  listPages,
  moveScan,
  type PageRow,
  type ScanRow,
  setPageKind,
} from '../../../server/db/document/scans.ts';
import { insertWords } from '../../../server/db/document/words.ts';
import { inTransaction, type Trx } from '../../../server/db/kit/transaction.ts';
import { type PageTurn, SEALED_FIELDS } from '../../../server/domain/document/document.ts';
import type { DocumentFindingCode } from '../../../server/domain/document/document-finding.ts';
import { turnBox, turnSize } from '../../../server/domain/document/page-turn.ts';
import { compareWithRegister } from '../fields/compare-register.ts';
import {
  groupOf,
  groupPages,
  lookAtPages,
  type PageGroup,
  type ReadPage,
  type SeenPage,
} from '../fields/group-pages.ts';
import type { JudgedField } from '../fields/judge-fields.ts';
import { layOutPage } from '../fields/page-text.ts';
import { readGroup } from '../fields/read-group.ts';
import type { Word } from '../ocr/ocr.ts';
import type { PageCode } from '../scan-protocol.ts';
import type { ScanContext } from './scan-context.ts';

/** Of a page whose picture is missing: nothing stands anywhere on it. */
const NO_SIZE = { width: 1, height: 1 } as const;
const sizeOf = ({ width, height }: PageRow) => (width && height ? { width, height } : NO_SIZE);

function toReadPage({ cipher }: ScanContext, page: PageRow): ReadPage {
  const words = page.words ? (cipher.open(page.words) as Word[]) : [];
  const codes = page.codes ? (cipher.open(page.codes) as PageCode[]) : [];
  const { turn } = page;
  return {
    pageNo: page.pageNo,
    // Words were read of the page as it was turned, codes of the picture as it is kept.
    text: layOutPage(words, turnSize(sizeOf(page), turn).height),
    codes: codes.map((code) => ({ ...code, box: turnBox(code.box, sizeOf(page), turn) })),
    ink: page.ink ?? 0,
    likeness: page.likeness ?? '',
  };
}

const valueIn = (fields: readonly JudgedField[], name: JudgedField['name']): string | null =>
  fields.find((field) => field.name === name)?.value ?? null;

/** Compares with the parcel that the paper names; says where that is none, or not one. */
async function compare(
  trx: Trx,
  communeCode: string,
  fields: readonly JudgedField[],
): Promise<{ fields: JudgedField[]; findings: DocumentFindingCode[] }> {
  const [sheetNo, parcelNo, serial] = [
    valueIn(fields, 'sheetNo'),
    valueIn(fields, 'parcelNo'),
    valueIn(fields, 'serial'),
  ];
  const found = sheetNo && parcelNo ? await findParcelsOfPaper(trx, communeCode, sheetNo, parcelNo) : [];
  const shown = serial ? await findParcelsOfSerial(trx, communeCode, serial) : [];
  const isShown = ({ parcelId }: RegisterParcel) => shown.some((other) => other.parcelId === parcelId);
  const one = found.length === 1 ? found[0] : found.filter(isShown).length === 1 ? found.find(isShown) : undefined;
  const findings: DocumentFindingCode[] = [];
  if (sheetNo && parcelNo && found.length === 0) findings.push('document.parcel_not_found');
  if (found.length > 1 && !one) findings.push('document.parcel_ambiguous');
  if (shown.length > 0 && !found.some(isShown)) findings.push('document.serial_elsewhere');
  return { fields: one ? compareWithRegister(fields, one) : [...fields], findings };
}

/** Places in the pictures as they are kept, of what was found on pages as they were turned. */
function placeOnPictures(field: JudgedField, pages: readonly PageRow[]): JudgedField {
  const place = <T extends Pick<JudgedField, 'page' | 'box'>>(found: T): T => {
    const page = found.page === null ? undefined : pages[found.page - 1];
    if (!page || !found.box || page.turn === 0) return found;
    const back = ((360 - page.turn) % 360) as PageTurn;
    return { ...found, box: [...turnBox(found.box, turnSize(sizeOf(page), page.turn), back)] };
  };
  return { ...place(field), readings: field.readings.map(place) };
}

function toRow({ cipher }: ScanContext, field: JudgedField): FieldRow {
  const { name, value, readings } = field;
  const row = { ...field, box: field.box ? [...field.box] : null, state: 'read' } as FieldRow;
  return SEALED_FIELDS.includes(name)
    ? { ...row, value: null, readings: [], sealed: cipher.seal({ value, readings }) }
    : { ...row, sealed: null };
}

/** What a person said before its pages were put together anew stays; where it stands, and what readers see, is said anew. */
async function keepSaid(
  { cipher }: ScanContext,
  trx: Trx,
  documentId: string,
  said: readonly FieldRow[],
  read: readonly FieldRow[],
): Promise<void> {
  for (const row of said) {
    const now = read.find(({ name }) => name === row.name);
    const nowhere = { ...row, rule: null, page: null, box: null, findings: [], readings: [] };
    if (row.sealed === null) {
      await setFieldPlace(trx, documentId, now ?? nowhere);
      continue;
    }
    const { value } = cipher.open(row.sealed) as { value: string | null };
    const { readings } = now?.sealed ? (cipher.open(now.sealed) as { readings: unknown[] }) : { readings: [] };
    await setFieldPlace(trx, documentId, { ...(now ?? nowhere), sealed: cipher.seal({ value, readings }) });
  }
}

async function openDocument(
  context: ScanContext,
  trx: Trx,
  scan: ScanRow,
  documentId: string,
  group: PageGroup,
  rows: readonly PageRow[],
): Promise<void> {
  const { fields: found, findings } = await compare(trx, scan.communeCode, readGroup(group));
  const pages = group.pages.flatMap(({ pageNo }) => rows.find((row) => row.pageNo === pageNo) ?? []);
  const fields = found.map((field) => placeOnPictures(field, pages));
  const read = fields.map((field) => toRow(context, field));
  await forgetReadings(trx, documentId);
  const said = await listFields(trx, documentId);
  const { grammar } = group;
  await openForReview(trx, documentId, {
    kind: grammar?.kind ?? 'unknown',
    grammarVersion: grammar?.version ?? null,
    findings,
  });
  await insertFields(
    trx,
    documentId,
    read.filter(({ name }) => !said.some((row) => row.name === name)),
  );
  await keepSaid(context, trx, documentId, said, read);
  const words = [...group.pages.map(({ text }) => text.text), ...said.flatMap(({ value }) => value ?? [])];
  await insertWords(trx, documentId, context.tokens.of(words.join(' ')));
  await writeAudit(trx, {
    actor: context.actor.id,
    action: 'document.read',
    subjectKind: 'document',
    subjectId: documentId,
    body: {
      scanId: scan.scanId,
      kind: grammar?.kind ?? 'unknown',
      pages: group.pages.map(({ pageNo }) => pageNo),
      sure: fields.filter(({ sure }) => sure).map(({ name }) => name),
      findings,
    },
  });
}

/** Makes documents of the pages of a file that was read for the first time. */
async function makeDocuments(
  context: ScanContext,
  trx: Trx,
  scan: ScanRow,
  seen: readonly SeenPage[],
  rows: readonly PageRow[],
): Promise<void> {
  const { scanId, communeCode } = scan;
  const [first] = await listDocumentIds(trx, scanId);
  for (const [at, group] of groupPages(seen).entries()) {
    const documentId = at === 0 && first ? first : randomUUID();
    if (at > 0) await insertDocument(trx, { documentId, scanId, ordinal: at + 1, communeCode });
    const own = group.pages.map(({ pageNo }) => pageNo);
    await insertDocumentPages(trx, documentId, scanId, own);
    await openDocument(context, trx, scan, documentId, group, rows);
  }
}

/** Once every page is read: puts pages together to documents and hands them over to people. Does nothing before, and nothing twice. */
export async function assembleScan(context: ScanContext, scanId: string): Promise<void> {
  await inTransaction(context.pool, context.actor, async (trx) => {
    const scan = await findScan(trx, scanId, true);
    if (scan?.status !== 'split') return;
    const pages = await listPages(trx, scanId);
    if (pages.some(({ state }) => state === 'split')) return;
    const seen = lookAtPages(pages.filter(({ state }) => state === 'read').map((page) => toReadPage(context, page)));
    for (const { pageNo, grammar, side, mark } of seen)
      await setPageKind(trx, scanId, pageNo, { kind: grammar?.kind ?? null, side, mark });
    const there = await listDocumentsOfScan(trx, scanId, true);
    if (there.every((document) => document.pages.length === 0)) await makeDocuments(context, trx, scan, seen, pages);
    // A person put them together: what she changed is read again.
    for (const { documentId, pages: own } of there.filter(({ status }) => status === 'reading')) {
      const group = groupOf(own.flatMap((pageNo) => seen.find((page) => page.pageNo === pageNo) ?? []));
      if (own.length > 0) await openDocument(context, trx, scan, documentId, group, pages);
    }
    await moveScan(trx, scanId, 'split', 'read');
  });
}
