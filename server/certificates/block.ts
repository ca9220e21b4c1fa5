/** What a paper is made of, before anybody thinks of a file format: pure data, tested without one. */
import type { DrawnBlock } from './drawing/extract-drawing.ts';

export type Block =
  | {
      /** Office and number at the left, national title at the right, below them what paper it is. */
      readonly kind: 'head';
      readonly office: string;
      readonly number: string;
      readonly nation: string;
      readonly motto: string;
      readonly title: string;
      readonly lines: readonly string[];
    }
  | {
      /** The row by which it is checked: QR code and words at the left, signatures at the right. */
      readonly kind: 'seal';
      /** What the QR code holds. */
      readonly qr: string;
      readonly alt: string;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'text'; readonly text: string; readonly weight: 'regular' | 'bold' }
  | { readonly kind: 'note'; readonly text: string }
  /** What follows begins a page of its own. */
  | { readonly kind: 'page' }
  | ({
      readonly kind: 'drawing';
      /** What it shows, in words. */
      readonly alt: string;
    } & DrawnBlock)
  | {
      /** Rows of text that break within their cells. */
      readonly kind: 'grid';
      readonly columns: readonly GridColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** `share` of the width, all of them together one. Without titles in any column the grid has no head. */
export interface GridColumn {
  readonly title: string;
  readonly share: number;
  readonly align?: 'left' | 'right';
  readonly weight?: 'regular' | 'bold';
}

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
