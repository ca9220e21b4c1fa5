/** Text and rows that go down a page and on to the next. */
import type { PDFDocument, PDFPage } from 'pdf-lib';
import type { PaperLayout } from './block.ts';
import type { PaperFont } from './paper-font.ts';
import { wrapText } from './wrap-text.ts';

export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Where the next block goes; a new page when it does not fit. */
export interface Flow {
  readonly pdf: PDFDocument;
  readonly layout: PaperLayout;
  readonly regular: PaperFont;
  readonly bold: PaperFont;
  readonly left: number;
  readonly width: number;
  page: PDFPage;
  /** Points from the lower edge: what is above is taken. */
  y: number;
}

export function addPage(flow: Pick<Flow, 'pdf' | 'layout'>): { page: PDFPage; y: number } {
  const { widthMm, heightMm, marginMm } = flow.layout.page;
  return { page: flow.pdf.addPage([mm(widthMm), mm(heightMm)]), y: mm(heightMm - marginMm) };
}

export function need(flow: Flow, height: number): void {
  const { marginMm, footerMm } = flow.layout.page;
  if (flow.y - height < mm(marginMm + footerMm)) Object.assign(flow, addPage(flow));
}

interface Style {
  readonly font: PaperFont;
  readonly size: number;
  readonly width?: number;
  readonly gap?: number;
}

export function write(flow: Flow, text: string, { font, size, width = flow.width, gap = 3 }: Style): void {
  for (const line of wrapText(text, width, (part) => font.width(part, size))) {
    need(flow, size * 1.45);
    flow.y -= size * 1.45;
    font.draw(flow.page, line, { x: flow.left, y: flow.y + size * 0.35, size });
  }
  flow.y -= gap;
}
