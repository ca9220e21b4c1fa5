import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, type PDFPage } from 'pdf-lib';
import type { Block, PaperLayout } from '../../../certificates/block.ts';
import { renderQr } from '../../../certificates/render-qr.ts';

const require = createRequire(import.meta.url);
const REGULAR = require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf');
const BOLD = require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf');
const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

interface Sheet {
  readonly page: PDFPage;
  readonly regular: PDFFont;
  readonly bold: PDFFont;
  y: number;
}

function drawBlock(sheet: Sheet, block: Block): void {
  const { page, regular, bold } = sheet;
  const write = (text: string, font: PDFFont, size: number, x = 50) =>
    page.drawText(text, { x, y: sheet.y, size, font });
  const row = (cells: readonly string[], font: PDFFont) => {
    for (const [index, cell] of cells.entries()) write(cell, font, 9, 50 + index * 95);
    page.drawLine({ start: { x: 50, y: sheet.y - 4 }, end: { x: 540, y: sheet.y - 4 }, thickness: 0.4 });
    sheet.y -= 15;
  };
  if (block.kind === 'head') {
    for (const text of [block.office, block.number, block.nation, block.motto, block.title, ...block.lines]) {
      write(text, bold, 10);
      sheet.y -= 15;
    }
  } else if (block.kind === 'seal') {
    renderQr(page, block.qr, { x: 450, y: sheet.y, size: mm(40) });
    for (const text of block.lines) {
      write(text, regular, 9);
      sheet.y -= 15;
    }
  } else if (block.kind === 'text' || block.kind === 'note') {
    write(block.text, block.kind === 'text' && block.weight === 'bold' ? bold : regular, 10);
    sheet.y -= 15;
  } else if (block.kind === 'table') {
    row(block.columns, bold);
    for (const cells of block.rows) row(cells, regular);
  } else if (block.kind === 'drawing') {
    sheet.y -= mm(block.drawing.heightMm);
    for (const ring of block.drawing.rings)
      for (const [index, [x, y]] of ring.slice(0, -1).entries()) {
        const [toX, toY] = ring[index + 1]!;
        const at = (px: number, py: number) => ({ x: 50 + mm(px), y: sheet.y + mm(py) });
        page.drawLine({ start: at(x, y), end: at(toX, toY), thickness: 1 });
        page.drawCircle({ ...at(x, y), size: 1.3, borderWidth: 0.7 });
      }
    const { labels, around, frame } = block.drawing;
    for (const { text, at, sizePt } of [...labels, ...around.labels, ...(frame?.labels ?? [])])
      page.drawText(text, { x: 50 + mm(at[0]), y: sheet.y + mm(at[1]), size: sizePt, font: regular });
    for (const [[fromX, fromY], [toX, toY]] of [...around.lines, ...(frame?.ticks ?? [])])
      page.drawLine({
        start: { x: 50 + mm(fromX), y: sheet.y + mm(fromY) },
        end: { x: 50 + mm(toX), y: sheet.y + mm(toY) },
        thickness: 0.4,
      });
  }
}

/** The same page as people draw it with pdf-lib: two typefaces embedded by what is used, no signature, nothing for archives. */
export async function drawBarePage(layout: PaperLayout): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const regular = await pdf.embedFont(await readFile(REGULAR), { subset: true });
  const bold = await pdf.embedFont(await readFile(BOLD), { subset: true });
  const sheet: Sheet = { page: pdf.addPage([mm(210), mm(297)]), regular, bold, y: mm(275) };
  for (const block of layout.blocks) drawBlock(sheet, block);
  return pdf.save();
}
