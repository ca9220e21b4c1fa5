/** Blocks to a PDF: flows them over pages, breaks tables between rows and text between words, and never clips. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFPage, rgb } from 'pdf-lib';
import type { Block, PaperLayout } from './block.ts';
import { fillWords } from './fill-words.ts';
import { embedPaperFont, type PaperFont } from './paper-font.ts';
import { renderDrawing } from './render-drawing.ts';
import { renderQr } from './render-qr.ts';
import { wrapText } from './wrap-text.ts';

const require = createRequire(import.meta.url);
const FONTS = {
  regular: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
} as const;

const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
const QR_MM = 30;

/** Where the next block goes; a new page when it does not fit. */
interface Flow {
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

function addPage(flow: Pick<Flow, 'pdf' | 'layout'>): { page: PDFPage; y: number } {
  const { widthMm, heightMm, marginMm } = flow.layout.page;
  return { page: flow.pdf.addPage([mm(widthMm), mm(heightMm)]), y: mm(heightMm - marginMm) };
}

function need(flow: Flow, height: number): void {
  const { marginMm, footerMm } = flow.layout.page;
  if (flow.y - height < mm(marginMm + footerMm)) Object.assign(flow, addPage(flow));
}

interface Style {
  readonly font: PaperFont;
  readonly size: number;
  readonly width?: number;
  readonly gap?: number;
}

function write(flow: Flow, text: string, { font, size, width = flow.width, gap = 3 }: Style): void {
  for (const line of wrapText(text, width, (part) => font.width(part, size))) {
    need(flow, size * 1.45);
    flow.y -= size * 1.45;
    font.draw(flow.page, line, { x: flow.left, y: flow.y + size * 0.35, size });
  }
  flow.y -= gap;
}

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
  else {
    const height = mm(block.drawing.heightMm);
    need(flow, height + 6);
    flow.y -= height;
    const x = flow.left + (flow.width - mm(block.drawing.widthMm)) / 2;
    renderDrawing(flow.page, block, { x, y: flow.y, regular: flow.regular, bold: flow.bold });
    flow.y -= 6;
  }
}

/** The paper as a PDF without a signature. The same layout and moment give the same document. */
export async function renderPaper(layout: PaperLayout, moment: Date): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  pdf.setTitle(layout.title, { showInWindowTitleBar: true });
  pdf.setLanguage('vi');
  pdf.setProducer('Địa Bạ');
  pdf.setCreationDate(moment);
  pdf.setModificationDate(moment);
  // One after the other: the order of embedding is in the bytes.
  const regular = await embedPaperFont(pdf, await readFile(FONTS.regular));
  const bold = await embedPaperFont(pdf, await readFile(FONTS.bold));
  const { widthMm, marginMm } = layout.page;
  const place = { left: mm(marginMm), width: mm(widthMm - 2 * marginMm) };
  const flow: Flow = { pdf, layout, regular, bold, ...place, ...addPage({ pdf, layout }) };
  for (const block of layout.blocks) render(flow, block);
  const pages = pdf.getPages();
  for (const [index, page] of pages.entries()) {
    const foot = fillWords(layout.foot, { page: String(index + 1), pages: String(pages.length) });
    flow.regular.draw(page, foot, { x: flow.left, y: mm(marginMm), size: 8 });
  }
  return pdf;
}
