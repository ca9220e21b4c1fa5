/** What a paper is made of, before anybody thinks of a file format: pure data, tested without one. */
import type { ExtractDrawing } from './draw-extract.ts';

export type Block =
  | {
      readonly kind: 'head';
      readonly office: string;
      readonly title: string;
      readonly lines: readonly string[];
      readonly link: string;
    }
  | { readonly kind: 'text'; readonly text: string; readonly weight: 'regular' | 'bold' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'drawing'; readonly drawing: ExtractDrawing; readonly north: string }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A whole paper: its blocks in reading order, and the line at the foot of every page with {page} and {pages}. */
export interface PaperLayout {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly foot: string;
  readonly page: {
    readonly widthMm: number;
    readonly heightMm: number;
    readonly marginMm: number;
    readonly footerMm: number;
  };
}
