/** Text and rows that go down a page and on to the next. */
import type { PDFDocument, PDFPage } from 'pdf-lib';
import type { PaperLayout } from './block.ts';
import type { PaperFont } from './paper-font.ts';
import type { Tag, TagTree, TagType } from './tag-tree.ts';
import { wrapText } from './wrap-text.ts';

export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** From line to line, in sizes of type. */
export const LEADING = 1.4;

/** Where the next block goes; a new page when it does not fit. */
export interface Flow {
  readonly pdf: PDFDocument;
  readonly layout: PaperLayout;
  readonly regular: PaperFont;
  readonly bold: PaperFont;
  readonly tags: TagTree;
  readonly left: number;
  readonly width: number;
  page: PDFPage;
  /** Points from the lower edge: what is above is taken. */
  y: number;
}

/** Points from the lower edge: where a page begins. */
export const topOf = ({ layout: { page } }: Pick<Flow, 'layout'>): number => mm(page.heightMm - page.marginMm);

export function addPage(flow: Pick<Flow, 'pdf' | 'layout'>): { page: PDFPage; y: number } {
  const { widthMm, heightMm } = flow.layout.page;
  return { page: flow.pdf.addPage([mm(widthMm), mm(heightMm)]), y: topOf(flow) };
}

/** Points from the lower edge: below it is the foot. */
export const floorOf = ({ layout: { page } }: Pick<Flow, 'layout'>): number => mm(page.marginMm + page.footerMm);

export function need(flow: Flow, height: number): void {
  if (flow.y - height < floorOf(flow)) Object.assign(flow, addPage(flow));
}

interface Style {
  readonly font: PaperFont;
  readonly size: number;
  readonly left?: number;
  readonly width?: number;
  readonly gap?: number;
  readonly align?: 'left' | 'centre';
  /** What it is; a paragraph where nothing is said. */
  readonly tag?: TagType;
}

/** A text of as many lines as it takes: one part of the paper, also where it goes on over the page. */
export function write(flow: Flow, text: string, style: Style): void {
  const { font, size, left = flow.left, width = flow.width, gap = 3, align = 'left', tag = 'P' } = style;
  const lines = wrapText(text, width, (part) => font.width(part, size));
  const part: Tag = flow.tags.add(tag);
  const step = size * LEADING;
  for (let at = 0; at < lines.length; ) {
    need(flow, step);
    const { page } = flow;
    flow.tags.mark(page, part, () => {
      for (; at < lines.length; at += 1) {
        if (at > 0) need(flow, step);
        if (flow.page !== page) return;
        const line = lines[at]!;
        flow.y -= step;
        const x = align === 'left' ? left : left + (width - font.width(line, size)) / 2;
        font.draw(page, line, { x, y: flow.y + size * 0.35, size });
      }
    });
  }
  flow.y -= gap;
}
