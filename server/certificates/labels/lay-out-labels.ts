/** Labels of boxes and papers on sheets, each line as large as it fits. Pure. */
import { LABELS_1 } from '../../../templates/labels/1/template.ts';
import type { BoxRow, PlacedPaper } from '../../db/document/shelf-places.ts';
import { boxText } from '../../domain/document/shelf-place.ts';
import { fillWords } from '../fill-words.ts';
import { type Face, type Measure, type Placed, type PlacedSide, textAt } from '../sheet/placed.ts';

const { words, page, insetMm, qrMm, quietMm, sizesPt, leastPt } = LABELS_1;
export type LabelSheet = (typeof LABELS_1.sheets)[number];
export type Labelled = PlacedPaper | BoxRow;

const PART = 'data';
const STEP_PT = 0.5;
/** Of the height of capitals, with the room to the next line. */
const LINE_MM = 0.44;

interface Line {
  readonly text: string;
  readonly sizePt: number;
  readonly face: Face;
}

/** A store that is called "Kho 2" is not called "Kho Kho 2". */
const storeName = (store: string): string => (/^kho\b/iu.test(store) ? store : fillWords(words.store, { store }));

function linesOf(labelled: Labelled): Line[] {
  const { store, row, shelf, box } = labelled;
  const isPaper = 'number' in labelled;
  const last = isPaper
    ? { text: fillWords(words.number, { number: labelled.number }), sizePt: sizesPt.number, face: 'bold' as const }
    : {
        text: fillWords(words.papers, { count: String(labelled.papers) }),
        sizePt: sizesPt.shelf,
        face: 'regular' as const,
      };
  const commune = isPaper ? labelled.commune : labelled.communes.join(', ');
  return [
    { text: commune, sizePt: sizesPt.commune, face: 'regular' },
    { text: storeName(store), sizePt: sizesPt.store, face: 'bold' },
    { text: fillWords(words.shelf, { row, shelf }), sizePt: sizesPt.shelf, face: 'regular' },
    { text: fillWords(words.box, { box }), sizePt: sizesPt.box, face: 'bold' },
    last,
  ];
}

/** Smaller until it fits, then cut: the code says the whole of it. */
function fitted({ text, sizePt, face }: Line, widthMm: number, measure: Measure): Line {
  for (let size = sizePt; size >= leastPt; size -= STEP_PT)
    if (measure(text, size, face) <= widthMm) return { text, sizePt: size, face };
  let cut = text;
  while (cut.length > 1 && measure(`${cut}…`, leastPt, face) > widthMm) cut = cut.slice(0, -1);
  return { text: `${cut}…`, sizePt: leastPt, face };
}

function labelAt(labelled: Labelled, sheet: LabelSheet, at: { x: number; y: number }, measure: Measure): Placed[] {
  const width = sheet.widthMm - 2 * insetMm - qrMm - quietMm;
  const place = boxText(labelled);
  const things: Placed[] = [];
  const lines = linesOf(labelled).map((line) => fitted(line, width, measure));
  const tall = lines.reduce((sum, { sizePt }) => sum + sizePt * LINE_MM, 0);
  let y = at.y + (sheet.heightMm - tall) / 2;
  for (const { text, sizePt, face } of lines) {
    y += sizePt * LINE_MM;
    things.push(textAt(PART, text, { x: at.x + insetMm, y, sizePt, face }));
  }
  things.push({
    kind: 'qr',
    part: PART,
    text: place,
    alt: fillWords(words.qr, { place }),
    x: at.x + sheet.widthMm - insetMm - qrMm,
    y: at.y + (sheet.heightMm - qrMm) / 2,
    sizeMm: qrMm,
  });
  return things;
}

/** Row by row, beginning behind the labels of the first sheet that are gone. */
export function layOutLabels(
  labels: readonly Labelled[],
  { sheet, used }: { readonly sheet: LabelSheet; readonly used: number },
  measure: Measure,
): PlacedSide[] {
  const onSheet = sheet.columns * sheet.rows;
  const sides: { widthMm: number; heightMm: number; things: Placed[] }[] = [];
  for (const [index, labelled] of labels.entries()) {
    const seat = used + index;
    const side = Math.floor(seat / onSheet);
    sides[side] ??= { ...page, things: [] };
    const [row, column] = [Math.floor((seat % onSheet) / sheet.columns), seat % sheet.columns];
    const at = { x: sheet.leftMm + column * sheet.acrossMm, y: sheet.topMm + row * sheet.downMm };
    sides[side].things.push(...labelAt(labelled, sheet, at, measure));
  }
  return sides;
}
