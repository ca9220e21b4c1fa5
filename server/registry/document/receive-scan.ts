import { randomUUID } from 'node:crypto';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { insertDocument } from '../../db/document/documents.ts';
import { findScanOf, insertScan } from '../../db/document/scans.ts';
import { insertStoredFile } from '../../db/document/stored-files.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { maskIdentityNumbers } from '../../domain/identity-number/mask-identity-numbers.ts';
import type { ReceivedSource } from '../batch/receive-batch.ts';
import type { QueueScan } from './queue-scan.ts';

/** Takes a scanned file into the archive of a commune, or finds the scan it already is there. Its pages come later (queue). */
export async function receiveScan(
  trx: Trx,
  actor: string,
  source: ReceivedSource,
  communeCode: string,
  queue: QueueScan,
): Promise<string> {
  const known = await findScanOf(trx, source.sha256, communeCode);
  if (known) return known;
  await insertStoredFile(trx, source);
  const scanId = randomUUID();
  const sourceName = maskIdentityNumbers(source.name.normalize('NFC')).slice(0, 200);
  await insertScan(trx, { scanId, sha256: source.sha256, sourceName, communeCode, createdBy: actor });
  // In the list from the first moment; what it is made of turns out as its pages are read.
  await insertDocument(trx, { documentId: randomUUID(), scanId, ordinal: 1, communeCode });
  await queue(trx, [{ scanId, pageNo: null }]);
  await writeAudit(trx, {
    actor,
    action: 'scan.received',
    subjectKind: 'scan',
    subjectId: scanId,
    body: { sourceSha256: source.sha256, commune: communeCode, bytes: source.byteLength },
  });
  return scanId;
}
