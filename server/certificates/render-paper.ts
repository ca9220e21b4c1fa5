/** Blocks to a PDF: flows them over pages, breaks tables between rows and text between words, and never clips. */
import { PDFDocument } from 'pdf-lib';
import type { Block, PaperLayout } from './block.ts';
import { renderDrawing } from './drawing/render-drawing.ts';
import { fillWords } from './fill-words.ts';
import { addPage, type Flow, LEADING, mm, need, topOf, write } from './flow.ts';
import { markArchivable } from './mark-archivable.ts';
import { embedPaperFonts, type PaperFonts } from './paper-font.ts';
import { renderGrid } from './render-grid.ts';
import { renderHead, renderSeal } from './render-head.ts';
import { renderTable } from './render-table.ts';
import type { RenderedPaper, StampRow } from './rendered-paper.ts';
import { openTagTree, type TagTree } from './tag-tree.ts';

function drawing(flow: Flow, block: Extract<Block, { kind: 'drawing' }>): void {
  const [width, height] = [mm(block.drawing.widthMm), mm(block.drawing.heightMm)];
  need(flow, height + 4);
  flow.y -= height;
  const { page, y, regular, bold } = flow;
  const x = flow.left + (flow.width - width) / 2;
  const figure = flow.tags.add('Figure', undefined, { alt: block.alt, box: [x, y, x + width, y + height] });
  flow.tags.mark(page, figure, () => renderDrawing(page, block, { x, y, regular, bold }));
  flow.y -= 4;
}

/** A heading does not stand alone at the end of a page, and stands apart from what is above it. */
const WITH_HEADING = 60;
const BEFORE_HEADING = 4;
/** Words over a drawing are of one or two lines each. */
const OVER_DRAWING = 2 * 9.5 * LEADING + 1.5;

/** Room for a heading and what must not be parted from it: words and the drawing that they are about. */
function roomFor(blocks: readonly Block[], at: number): number {
  const after = blocks.slice(at + 1);
  const words = after.findIndex(({ kind }) => kind !== 'text');
  const next = after[words];
  return next?.kind === 'drawing' ? (words + 1) * OVER_DRAWING + mm(next.drawing.heightMm) + 4 : WITH_HEADING;
}

function render(flow: Flow, block: Exclude<Block, { kind: 'seal' }>, room: number): void {
  switch (block.kind) {
    case 'head':
      renderHead(flow, block);
      return;
    case 'text':
      if (block.weight === 'bold') {
        need(flow, room + BEFORE_HEADING);
        if (flow.y < topOf(flow)) flow.y -= BEFORE_HEADING;
        write(flow, block.text, { font: flow.bold, size: 9.5, gap: 1.5, tag: 'H2' });
      } else write(flow, block.text, { font: flow.regular, size: 9.5, gap: 1.5 });
      return;
    case 'page':
      Object.assign(flow, addPage(flow));
      return;
    case 'note':
      write(flow, block.text, { font: flow.regular, size: 8.5 });
      return;
    case 'table':
      renderTable(flow, block);
      return;
    case 'grid':
      renderGrid(flow, block);
      return;
    case 'drawing':
      drawing(flow, block);
  }
}

export interface OpenPaper extends PaperFonts {
  readonly pdf: PDFDocument;
  readonly tags: TagTree;
}

/** A document without pages, its typefaces in it. */
export async function openPaper(): Promise<OpenPaper> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  return { pdf, tags: openTagTree(pdf), ...(await embedPaperFonts(pdf)) };
}

/** Puts a layout on new pages of a document; the foot counts these pages alone. Tells where its signatures are to be seen. */
export function addLayout(paper: OpenPaper, layout: PaperLayout): StampRow | null {
  const { pdf, tags, regular, bold } = paper;
  const before = pdf.getPageCount();
  const { widthMm, marginMm } = layout.page;
  const place = { left: mm(marginMm), width: mm(widthMm - 2 * marginMm) };
  const flow: Flow = { pdf, tags, layout, regular, bold, ...place, ...addPage({ pdf, layout }) };
  let stamps: StampRow | null = null;
  for (const [at, block] of layout.blocks.entries()) {
    if (block.kind === 'seal') stamps = renderSeal(flow, block);
    else render(flow, block, roomFor(layout.blocks, at));
  }
  const pages = pdf.getPages().slice(before);
  for (const [index, page] of pages.entries()) {
    const foot = fillWords(layout.foot, { page: String(index + 1), pages: String(pages.length) });
    tags.artifact(page, () => regular.draw(page, foot, { x: flow.left, y: mm(marginMm), size: 7.5 }));
  }
  return stamps;
}

/** The paper as a PDF without a signature. The same layout and moment give the same document. */
export async function renderPaper(layout: PaperLayout, moment: Date): Promise<RenderedPaper> {
  const paper = await openPaper();
  const stamps = addLayout(paper, layout);
  paper.tags.write();
  markArchivable(paper.pdf, layout.title, moment);
  return { pdf: paper.pdf, fonts: paper, stamps };
}
