/** A page on which a ruler tells how far a printer misses its place, for both sides. */
import { CERTIFICATE_1 } from '../../../templates/certificates/certificate/1/template.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { fillWords } from '../fill-words.ts';
import { placeLines } from '../sheet/flow-text.ts';
import { lineAt, type Measure, type Placed, type PlacedSide, textAt } from '../sheet/placed.ts';
import type { PrinterOffset } from '../sheet/printer-offset.ts';

const { words, page } = CERTIFICATE_1;
const AT = 50;
const PART = 'data';

/** A line at 50 mm from the edge with marks each millimetre, longer each five, numbered each ten. */
function scale(along: 'x' | 'y', length: number): Placed[] {
  const things: Placed[] = [];
  for (let mm = 10; mm <= length - 10; mm += 1) {
    const size = mm % 10 === 0 ? 5 : mm % 5 === 0 ? 3.5 : 2;
    const width = mm % 10 === 0 ? 0.5 : 0.25;
    things.push(
      along === 'x' ? lineAt(PART, [mm, AT], [mm, AT + size], width) : lineAt(PART, [AT, mm], [AT + size, mm], width),
    );
    if (mm % 10 === 0 && mm !== AT)
      things.push(
        textAt(
          PART,
          String(mm),
          along === 'x'
            ? { x: mm, y: AT - 1.2, sizePt: 7, align: 'centre' }
            : { x: AT - 1.2, y: mm + 0.9, sizePt: 7, align: 'right' },
        ),
      );
  }
  return [
    ...things,
    along === 'x' ? lineAt(PART, [10, AT], [length - 10, AT], 0.6) : lineAt(PART, [AT, 10], [AT, length - 10], 0.6),
  ];
}

const cross = (x: number, y: number): Placed[] => [
  lineAt(PART, [x - 5, y], [x + 5, y], 0.5),
  lineAt(PART, [x, y - 5], [x, y + 5], 0.5),
];

/** Both sides, each as it comes out with the offset that is kept now. */
export function layOutRuler(offset: PrinterOffset, measure: Measure): PlacedSide[] {
  const { widthMm, heightMm } = page;
  const corners = [
    [20, 20],
    [widthMm - 20, 20],
    [widthMm - 20, heightMm - 20],
    [20, heightMm - 20],
  ] as const;
  return [offset.front, offset.back].map(({ dxMm, dyMm }, side) => ({
    widthMm,
    heightMm,
    things: [
      ...scale('x', widthMm),
      ...scale('y', heightMm),
      ...corners.flatMap(([x, y]) => cross(x, y)),
      textAt(PART, words.ruler, { x: 70, y: 70, sizePt: 14, face: 'bold' }),
      textAt(PART, fillWords(words.rulerSide, { side: String(side + 1) }), { x: 70, y: 78, sizePt: 12, face: 'bold' }),
      textAt(PART, fillWords(words.rulerNow, { dx: formatNumber(dxMm, 'vi', 1), dy: formatNumber(dyMm, 'vi', 1) }), {
        x: 70,
        y: 85,
        sizePt: 10,
      }),
      ...placeLines(
        PART,
        words.rulerHow.map((text, at) => ({ text: `${at + 1}. ${text}` })),
        { x: 70, width: 115, top: 92, bottom: 200 },
        10,
        measure,
      ),
      textAt(PART, words.rulerAcross, { x: 70, y: 220, sizePt: 8 }),
      textAt(PART, words.rulerDown, { x: 70, y: 225, sizePt: 8 }),
    ],
  }));
}
