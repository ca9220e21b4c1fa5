/** Pages of a file, one after another, whatever kind of file it is. */
import type { Sharp } from 'sharp';

export interface DrawnPage {
  readonly picture: Sharp;
  readonly dpi: number | null;
}

export interface PageSource {
  readonly pages: number;
  /** Draws one page; 1 is the first. Throws ScanRefused for what the page is to blame for. */
  draw(pageNo: number): Promise<DrawnPage>;
  close(): void;
}
