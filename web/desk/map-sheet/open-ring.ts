/** Corners of a boundary that nobody closed yet, kept in this browser: places on a picture, which say nothing of anybody. */
import type { MapSheetDetail } from '../../api/document/map-sheets.ts';
import { readStored, writeStored } from '../shell/browser-storage.ts';
import type { PictureCorner } from './trace-history.ts';

type Sheet = Pick<MapSheetDetail, 'documentId' | 'page'>;

interface OpenRing extends Sheet {
  readonly corners: readonly PictureCorner[];
}

/** One at a time: that of the sheet one was at last. */
const NAME = 'openRing';

const isCorner = (value: unknown): value is PictureCorner =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');

const isOpenRing = (value: unknown): value is OpenRing => {
  if (typeof value !== 'object' || value === null) return false;
  const { documentId, page, corners } = value as Partial<Record<keyof OpenRing, unknown>>;
  return (
    typeof documentId === 'string' && typeof page === 'number' && Array.isArray(corners) && corners.every(isCorner)
  );
};

/** What was begun on this sheet; nothing where another was worked on since. */
export function readOpenRing({ documentId, page }: Sheet): readonly PictureCorner[] {
  const kept = readStored(NAME, isOpenRing);
  return kept?.documentId === documentId && kept.page === page ? kept.corners : [];
}

export const keepOpenRing = ({ documentId, page }: Sheet, corners: readonly PictureCorner[]): void =>
  writeStored(NAME, corners.length === 0 ? null : ({ documentId, page, corners } satisfies OpenRing));
