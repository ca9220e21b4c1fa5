/** What the worker and the child that opens a stranger's scan say to each other. Pictures travel as files of the scratch folder. */
import type { PictureSize } from '../../server/domain/document/document.ts';
import type { ScanTrouble } from '../../server/domain/document/scan-trouble.ts';
import type { Box } from './ocr/ocr.ts';
import type { ScanLimits } from './scan-limits.ts';

export interface SplitJob {
  /** The file as it came in. */
  readonly path: string;
  /** Where the pictures of pages go. */
  readonly folder: string;
  /** Pages before this one are not wanted again; 1 is the first. */
  readonly from: number;
  readonly limits: ScanLimits;
}

export interface PagePicture {
  readonly size: PictureSize;
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** A code that stands on a page. */
export interface PageCode {
  readonly kind: 'qr' | 'barcode';
  readonly text: string;
  /** In points of the full picture. */
  readonly box: Box;
}

/** A page as it was drawn, laid straight. */
export interface SplitPage {
  readonly pageNo: number;
  /** Of the full picture; null where the file does not say. */
  readonly dpi: number | null;
  readonly pictures: readonly PagePicture[];
  /** Share of the page that is ink, 0 to 1. */
  readonly ink: number;
  /** 256 bits of its brightness, hex: pages that look alike are near each other. */
  readonly likeness: string;
  /** Degrees by which it was turned back, clockwise counts as more than nothing. */
  readonly straightened: number;
  readonly codes: readonly PageCode[];
}

export type SplitMessage =
  | { readonly type: 'opened'; readonly pages: number }
  | { readonly type: 'begin'; readonly pageNo: number }
  | { readonly type: 'page'; readonly page: SplitPage }
  | { readonly type: 'page-refused'; readonly pageNo: number; readonly trouble: ScanTrouble }
  | { readonly type: 'refused'; readonly trouble: ScanTrouble }
  | { readonly type: 'done' }
  /** Not the file's fault: disk full, no right to read. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string };

/** The file is to blame, and this is why. */
export class ScanRefused extends Error {
  readonly trouble: ScanTrouble;
  constructor(trouble: ScanTrouble, options?: ErrorOptions) {
    super(trouble, options);
    this.name = 'ScanRefused';
    this.trouble = trouble;
  }
}
