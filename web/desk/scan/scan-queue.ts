import type { Role } from '../../../server/domain/role.ts';
import type { DocumentsAsked } from '../../api/document/documents.ts';

/** Queues of the archive, in the order in which a paper goes through them. */
export const SCAN_QUEUES = [
  'reading',
  'review',
  'again',
  'differs',
  'second',
  'alone',
  'confirmed',
  'rejected',
] as const;
export type ScanQueue = (typeof SCAN_QUEUES)[number];

const ASKED: Readonly<Record<ScanQueue, DocumentsAsked>> = {
  reading: { status: 'reading' },
  review: { status: 'to_review' },
  again: { second: 'waiting' },
  differs: { second: 'differs' },
  second: { links: 'proposed' },
  alone: { status: 'confirmed', links: 'none' },
  confirmed: { status: 'confirmed' },
  rejected: { status: 'rejected' },
};
export const askedOf = (queue: ScanQueue): DocumentsAsked => ASKED[queue];

export const isScanQueue = (name: string | null): name is ScanQueue => SCAN_QUEUES.some((queue) => queue === name);

/** Where somebody begins who has not said: what waits for her. */
export const firstQueue = (roles: readonly Role[]): ScanQueue =>
  roles.includes('approver') && !roles.includes('archivist') ? 'second' : 'review';
