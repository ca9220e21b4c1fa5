import { FRAME_1 } from '../../../templates/certificates/frame/1/template.ts';
import type { Ring } from '../../domain/drawing/boundary.ts';
import { formatFixed, formatPlain } from '../../domain/words/format-number.ts';
import type { Block } from '../block.ts';
import { fillWords } from '../fill-words.ts';
import type { Neighbour } from './draw-around.ts';
import { drawExtract } from './draw-extract.ts';
import type { ExtractDrawing } from './extract-drawing.ts';

/** Land as papers draw it: rings in the system `srid`, and what lies around in the same. */
export interface DrawnLand {
  readonly rings: readonly Ring[];
  /** Written within it. */
  readonly no: string;
  readonly neighbours?: readonly Neighbour[];
}

/** What a drawing shows, for who cannot see it. */
export const wordsOfDrawing = ({ scale, corners, leastM, mostM }: ExtractDrawing): string =>
  fillWords(FRAME_1.words.drawing, {
    scale: formatPlain(scale, 'vi'),
    corners: String(corners),
    least: formatFixed(leastM, 'vi', 2),
    most: formatFixed(mostM, 'vi', 2),
  });

/** The drawing as a block of a paper. */
export function drawingBlock(
  { rings, no, neighbours = [] }: DrawnLand,
  north: string,
): Extract<Block, { kind: 'drawing' }> {
  const drawing = drawExtract(rings, FRAME_1, neighbours, no);
  return { kind: 'drawing', drawing, north, checkLine: FRAME_1.words.checkLine, alt: wordsOfDrawing(drawing) };
}
