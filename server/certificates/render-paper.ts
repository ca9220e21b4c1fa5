/** Blocks to a PDF: flows them over pages, breaks tables between rows and text between words, and never clips. */
import { PDFDocument, rgb } from 'pdf-lib';
import { STAMP_1 } from '../../templates/certificates/stamp/1/template.ts';
import type { Block, PaperLayout } from './block.ts';
import { fillWords } from './fill-words.ts';
import { addPage, type Flow, mm, need, write } from './flow.ts';
import { markArchivable } from './mark-archivable.ts';
import { embedPaperFonts, type PaperFont, type PaperFonts } from './paper-font.ts';
import { renderDrawing } from './render-drawing.ts';
import { renderGrid } from './render-grid.ts';
import { renderQr } from './render-qr.ts';
import type { RenderedPaper, StampRow } from './rendered-paper.ts';

const QR_MM = 30;

function head(flow: Flow, block: Extract<Block, { kind: 'head' }>): void {
  const top = flow.y;
  renderQr(flow.page, block.link, { x: flow.left + flow.width - mm(QR_MM), y: top - mm(QR_MM), size: mm(QR_MM) });
  const width = flow.width - mm(QR_MM + 6);
  write(flow, block.office, { font: flow.bold, size: 10.5, width, gap: 8 });
  write(flow, block.title, { font: flow.bold, size: 15, width });
  for (const line of block.lines) write(flow, line, { font: flow.regular, size: 9.5, width, gap: 0 });
  flow.y = Math.min(flow.y, top - mm(QR_MM)) - 10;
}

const ROW = 15;
function tableRow(flow: Flow, cells: readonly string[], font: PaperFont): void {
  const step = flow.width / cells.length;
  for (const [index, cell] of cells.entries()) {
    const x = flow.left + step * (index + 1) - 8 - font.width(cell, 9);
    font.draw(flow.page, cell, { x, y: flow.y - ROW + 4.5, size: 9 });
  }
  flow.y -= ROW;
  flow.page.drawLine({
    start: { x: flow.left, y: flow.y },
    end: { x: flow.left + flow.width, y: flow.y },
    thickness: 0.4,
    color: rgb(0.6, 0.6, 0.6),
  });
}

function table(flow: Flow, { columns, rows }: Extract<Block, { kind: 'table' }>): void {
  need(flow, ROW * 3);
  tableRow(flow, columns, flow.bold);
  for (const row of rows) {
    const before = flow.page;
    need(flow, ROW);
    if (flow.page !== before) tableRow(flow, columns, flow.bold);
    tableRow(flow, row, flow.regular);
  }
  flow.y -= 8;
}

function render(flow: Flow, block: Block): void {
  if (block.kind === 'head') head(flow, block);
  else if (block.kind === 'text')
    write(flow, block.text, { font: block.weight === 'bold' ? flow.bold : flow.regular, size: 10.5 });
  else if (block.kind === 'note') write(flow, block.text, { font: flow.regular, size: 9 });
  else if (block.kind === 'table') table(flow, block);
  else if (block.kind === 'grid') renderGrid(flow, block);
  else {
    const height = mm(block.drawing.heightMm);
    need(flow, height + 6);
    flow.y -= height;
    const x = flow.left + (flow.width - mm(block.drawing.widthMm)) / 2;
    renderDrawing(flow.page, block, { x, y: flow.y, regular: flow.regular, bold: flow.bold });
    flow.y -= 6;
  }
}

export interface OpenPaper extends PaperFonts {
  readonly pdf: PDFDocument;
}

/** A document without pages, its typefaces in it. */
export async function openPaper(): Promise<OpenPaper> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  return { pdf, ...(await embedPaperFonts(pdf)) };
}

/** Room for what signatures show, behind all else. */
function stampRow(flow: Flow): StampRow {
  const height = mm(STAMP_1.heightMm);
  need(flow, height + 4);
  flow.y -= height + 4;
  return { page: flow.pdf.getPageCount() - 1, x: flow.left, y: flow.y, width: flow.width, height };
}

/** Puts a layout on new pages of a document; the foot counts these pages alone. Tells where its signatures are to be seen. */
export function addLayout({ pdf, regular, bold }: OpenPaper, layout: PaperLayout, signed: boolean): StampRow | null {
  const before = pdf.getPageCount();
  const { widthMm, marginMm } = layout.page;
  const place = { left: mm(marginMm), width: mm(widthMm - 2 * marginMm) };
  const flow: Flow = { pdf, layout, regular, bold, ...place, ...addPage({ pdf, layout }) };
  for (const block of layout.blocks) render(flow, block);
  const stamps = signed ? stampRow(flow) : null;
  const pages = pdf.getPages().slice(before);
  for (const [index, page] of pages.entries()) {
    const foot = fillWords(layout.foot, { page: String(index + 1), pages: String(pages.length) });
    flow.regular.draw(page, foot, { x: flow.left, y: mm(marginMm), size: 8 });
  }
  return stamps;
}

/** The paper as a PDF without a signature. The same layout and moment give the same document. */
export async function renderPaper(layout: PaperLayout, moment: Date): Promise<RenderedPaper> {
  const paper = await openPaper();
  const stamps = addLayout(paper, layout, true);
  markArchivable(paper.pdf, layout.title, moment);
  return { pdf: paper.pdf, fonts: paper, stamps };
}
