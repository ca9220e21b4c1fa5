/** What a scanned file may be, before anything of it is decoded. */
import { SCAN_FILE_BYTES } from '../../server/domain/document/document.ts';

export interface ScanLimits {
  /** Of the file. */
  readonly fileBytes: number;
  readonly pages: number;
  /** Of one page, as it is decoded or drawn: A3 at 600 dpi is 69.6 million. */
  readonly pagePixels: number;
  /** Resolution at which a page of a PDF is drawn, where it fits. */
  readonly dpi: number;
  /** The least at which print can be read; a page that would need less is refused. */
  readonly leastDpi: number;
  /** Resident memory of the child that opens the file. */
  readonly memoryBytes: number;
  /** Longest time without a page. */
  readonly silenceMs: number;
}

export const SCAN_LIMITS: ScanLimits = {
  fileBytes: SCAN_FILE_BYTES,
  pages: 500,
  pagePixels: 80_000_000,
  dpi: 300,
  leastDpi: 60,
  memoryBytes: 1_600_000_000,
  silenceMs: 30_000,
};

/** Pixels of a page of a PDF: what is drawn is four bytes a pixel and copied twice. A0 fits at 160 dpi. */
export const DRAWN_PIXELS = 36_000_000;
/** Picture points along the shorter side below which nothing can be read. */
export const LEAST_SIDE = 60;
