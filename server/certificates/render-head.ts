/** Head and end of a paper: who issues it and what it is; how it is checked and who signed it. */
import { lineTo, moveTo, setLineWidth, setStrokingGrayscaleColor, stroke } from 'pdf-lib';
import { FRAME_1 } from '../../templates/certificates/frame/1/template.ts';
import { STAMP_1 } from '../../templates/certificates/stamp/1/template.ts';
import type { Block } from './block.ts';
import { type Flow, LEADING, mm, need, write } from './flow.ts';
import { renderQr } from './render-qr.ts';
import type { StampRow } from './rendered-paper.ts';
import { wrapText } from './wrap-text.ts';

/** A short line below a text, as letters of an office have it. */
function underline(flow: Flow, middle: number, width: number): void {
  const { page, y } = flow;
  flow.tags.artifact(page, () =>
    page.pushOperators(
      setStrokingGrayscaleColor(0),
      setLineWidth(0.7),
      moveTo(middle - width / 2, y),
      lineTo(middle + width / 2, y),
      stroke(),
    ),
  );
}

export function renderHead(flow: Flow, block: Extract<Block, { kind: 'head' }>): void {
  const top = flow.y;
  const { bold, regular } = flow;
  const office = { left: flow.left, width: flow.width * FRAME_1.officeShare - 8, align: 'centre' } as const;
  const nation = {
    left: flow.left + flow.width * FRAME_1.officeShare,
    width: flow.width * (1 - FRAME_1.officeShare),
    align: 'centre',
  } as const;
  write(flow, block.office.toLocaleUpperCase('vi'), { ...office, font: bold, size: 10, gap: 2 });
  underline(flow, office.left + office.width / 2, office.width * 0.36);
  flow.y -= 3;
  write(flow, block.number, { ...office, font: regular, size: 10, gap: 0 });
  const low = flow.y;
  flow.y = top;
  write(flow, block.nation, { ...nation, font: bold, size: 10.5, gap: 0 });
  write(flow, block.motto, { ...nation, font: bold, size: 10.5, gap: 2 });
  underline(flow, nation.left + nation.width / 2, flow.bold.width(block.motto, 10.5));
  flow.y = Math.min(low, flow.y) - 7;
  write(flow, block.title, { font: bold, size: 15, align: 'centre', gap: 1, tag: 'H1' });
  for (const line of block.lines) write(flow, line, { font: regular, size: 9, align: 'centre', gap: 0 });
  flow.y -= 5;
}

/** Room between the code and what stands beside it; four of its modules are to be free. */
const BESIDE = 12;
const QUIET = 5;

/** Returns where signatures are to be seen, beside the code and below the words. */
export function renderSeal(flow: Flow, { qr, alt, lines }: Extract<Block, { kind: 'seal' }>): StampRow {
  const side = mm(FRAME_1.qrMm);
  const left = flow.left + side + BESIDE;
  const width = flow.width - side - BESIDE;
  const stamp = mm(STAMP_1.heightMm);
  const size = 8.5;
  const words = lines.flatMap((line) => wrapText(line, width, (part) => flow.regular.width(part, size)));
  const height = Math.max(side, words.length * size * LEADING + stamp + 4);
  need(flow, height + QUIET);
  flow.y -= QUIET;
  const top = flow.y;
  const box = [flow.left, top - side, flow.left + side, top] as const;
  flow.tags.mark(flow.page, flow.tags.add('Figure', undefined, { alt, box }), () =>
    renderQr(flow.page, qr, { x: flow.left, y: top - side, size: side }),
  );
  for (const line of lines) write(flow, line, { font: flow.regular, size, left, width, gap: 0 });
  flow.y = top - height;
  return { page: flow.pdf.getPageCount() - 1, x: left, y: flow.y, width, height: stamp };
}
