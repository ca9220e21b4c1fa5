/** Blocks to a PDF: flows them over pages, breaks tables between rows and text between words, and never clips. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, rgb } from 'pdf-lib';
import type { Block, PaperLayout } from './block.ts';
import { fillWords } from './fill-words.ts';
import { addPage, type Flow, mm, need, write } from './flow.ts';
import { embedPaperFont, type PaperFont } from './paper-font.ts';
import { renderDrawing } from './render-drawing.ts';
import { renderGrid } from './render-grid.ts';
import { renderQr } from './render-qr.ts';

const require = createRequire(import.meta.url);
const FONTS = {
  regular: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
} as const;

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

export interface OpenPaper {
  readonly pdf: PDFDocument;
  readonly regular: PaperFont;
  readonly bold: PaperFont;
}

/** A document without pages, its typefaces in it. The same title and moment give the same document. */
export async function openPaper(title: string, moment: Date): Promise<OpenPaper> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage('vi');
  pdf.setProducer('Địa Bạ');
  pdf.setCreationDate(moment);
  pdf.setModificationDate(moment);
  // One after the other: the order of embedding is in the bytes.
  const regular = await embedPaperFont(pdf, await readFile(FONTS.regular));
  const bold = await embedPaperFont(pdf, await readFile(FONTS.bold));
  return { pdf, regular, bold };
}

/** Puts a layout on new pages of a document; the foot counts these pages alone. */
export function addLayout({ pdf, regular, bold }: OpenPaper, layout: PaperLayout): void {
  const before = pdf.getPageCount();
  const { widthMm, marginMm } = layout.page;
  const place = { left: mm(marginMm), width: mm(widthMm - 2 * marginMm) };
  const flow: Flow = { pdf, layout, regular, bold, ...place, ...addPage({ pdf, layout }) };
  for (const block of layout.blocks) render(flow, block);
  const pages = pdf.getPages().slice(before);
  for (const [index, page] of pages.entries()) {
    const foot = fillWords(layout.foot, { page: String(index + 1), pages: String(pages.length) });
    flow.regular.draw(page, foot, { x: flow.left, y: mm(marginMm), size: 8 });
  }
}

/** The paper as a PDF without a signature. The same layout and moment give the same document. */
export async function renderPaper(layout: PaperLayout, moment: Date): Promise<PDFDocument> {
  const paper = await openPaper(layout.title, moment);
  addLayout(paper, layout);
  return paper.pdf;
}
