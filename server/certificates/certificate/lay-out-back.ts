/** Side 2: drawing with its corners, notes, confirmations of change, number in the book. What has no room goes to the annex. */
import { numberCorners } from '../../domain/drawing/number-corners.ts';
import { fillFrom } from '../../domain/words/fill-sentence.ts';
import { formatDay } from '../../domain/words/format-day.ts';
import { formatFixed, formatPlain } from '../../domain/words/format-number.ts';
import { systemName } from '../../domain/words/system-name.ts';
import { drawExtract, PRINTED_DECIMALS } from '../drawing/draw-extract.ts';
import { wordsOfDrawing } from '../drawing/drawing-block.ts';
import { fillWords } from '../fill-words.ts';
import { breakLines, fitSize, type Paragraph, placeLines } from '../sheet/flow-text.ts';
import { lineAt, type Measure, type Placed, textAt } from '../sheet/placed.ts';
import type { CertificateTemplate } from '../versions/template-shelf.ts';
import type { CertificateFacts, CertificateLand } from './certificate-facts.ts';
import { placeOf } from './lay-out-front.ts';

const CHANGE_PT = 8.5;

/** What of side 2 has room there. */
export interface OnBack {
  /** False: drawing and corners of every parcel are in the annex. */
  readonly drawn: boolean;
  readonly corners: number;
  readonly notes: boolean;
  readonly changes: number;
}

export const cornerRows = ({ rings }: CertificateLand): string[][] =>
  numberCorners(rings, PRINTED_DECIMALS)
    .flat()
    .map(({ no, north, east, edgeM }) => [
      String(no),
      formatFixed(north, 'vi', 2),
      formatFixed(east, 'vi', 2),
      formatFixed(edgeM, 'vi', 2),
    ]);

function corners({ back, words }: CertificateTemplate, land: CertificateLand): { things: Placed[]; shown: number } {
  const { x, y, width, rowMm, rows } = back.corners;
  const all = cornerRows(land);
  const shown = all.length <= rows ? all.length : rows - 1;
  const ends = [0.25, 0.53, 0.8, 1].map((share) => x + width * share);
  const row = (cells: readonly string[], at: number, face: 'regular' | 'bold', sizePt: number): Placed[] =>
    cells.map((cell, column) => {
      const where = column === 0 ? { x, align: 'left' as const } : { x: ends[column]! - 1, align: 'right' as const };
      return textAt('data', cell, { ...where, y: y + at * rowMm, sizePt, face });
    });
  return {
    shown,
    things: [
      ...row(words.corners, 0, 'bold', 6),
      lineAt('data', [x, y + 1.4], [x + width, y + 1.4]),
      ...all.slice(0, shown).flatMap((cells, at) => row(cells, at + 1, 'regular', 7.5)),
      ...(shown < all.length
        ? [
            textAt('data', fillWords(words.cornersMore, { n: String(all.length - shown) }), {
              x,
              y: y + (shown + 1) * rowMm,
              sizePt: 7.5,
            }),
          ]
        : []),
    ],
  };
}

function drawn(template: CertificateTemplate, land: CertificateLand): { things: Placed[]; shown: number } {
  const { back, words, left, scales } = template;
  const { x, y, widthMm, heightMm } = back.drawing;
  const drawing = drawExtract(land.rings, { drawing: { widthMm, heightMm }, scales }, [], land.no);
  const table = corners(template, land);
  const scale = fillWords(words.scale, {
    scale: formatPlain(drawing.scale, 'vi'),
    system: systemName(land.srid, 'vi'),
  });
  return {
    shown: table.shown,
    things: [
      textAt('data', scale, { x: left, y: y - 4, sizePt: 8.5 }),
      {
        kind: 'drawing',
        part: 'data',
        drawing,
        north: words.north,
        checkLine: '',
        alt: wordsOfDrawing(drawing),
        x,
        y,
      },
      ...table.things,
    ],
  };
}

function notes(
  { notes: said, template: { words, back, left, right } }: CertificateFacts,
  measure: Measure,
): { things: Placed[]; fits: boolean } {
  const box = { x: left, width: right - left, top: back.notes.top, bottom: back.notes.bottom };
  const with_ = (texts: readonly string[]): Paragraph[] => [
    { text: words.notes, face: 'bold' },
    ...texts.map((text) => ({ text, indent: 4 })),
  ];
  const paragraphs = with_(said.length === 0 ? [words.noNote] : said);
  const size = fitSize(paragraphs, box, [10, 9, 8, 7], measure);
  return size === undefined
    ? { things: placeLines('data', with_([words.notesMore]), box, 10, measure), fits: false }
    : { things: placeLines('data', paragraphs, box, size, measure), fits: true };
}

/** The rows of the table of changes as far as they have room; with `only`, the one row at its place and nothing else. */
function changes({ changes: all, province, template }: CertificateFacts, measure: Measure, only: number | null) {
  const { words, back, left, right } = template;
  const { top, bottom, split } = back.changes;
  const things: Placed[] = [];
  let y = top + 7;
  let shown = 0;
  for (const { day, content, office } of all) {
    const confirmed = fillFrom(words.confirmed, { ...placeOf({ province }), day: formatDay(day, 'vi') });
    const [left1, right1] = [[{ text: content }], [{ text: confirmed }, { text: office }]] as const;
    const room = { left: split - left - 4, right: right - split - 4 };
    const height =
      Math.max(
        breakLines(left1, room.left, CHANGE_PT, measure).height,
        // Room for the stamp and the pen below the office.
        breakLines(right1, room.right, CHANGE_PT, measure).height + 11,
      ) + 3;
    const last = shown + 1 === all.length;
    if (y + height > bottom - (last ? 0 : 6)) break;
    if (only === null || only === shown + 1) {
      const box = { top: y + 1, bottom: y + height };
      things.push(
        ...placeLines('data', left1, { x: left + 2, width: room.left, ...box }, CHANGE_PT, measure),
        ...placeLines('data', right1, { x: split + 2, width: room.right, ...box }, CHANGE_PT, measure),
        lineAt('data', [left, y + height], [right, y + height], 0.3),
      );
    }
    y += height;
    shown += 1;
  }
  if (shown < all.length && only === null)
    things.push(
      textAt('data', fillWords(words.changesMore, { n: String(all.length - shown) }), {
        x: left + 2,
        y: bottom - 2,
        sizePt: CHANGE_PT,
      }),
    );
  return { things, shown };
}

function changesTable({ back, words, left, right }: CertificateTemplate): Placed[] {
  const { top, bottom, split } = back.changes;
  const columns = words.changesColumns.map((text, at) =>
    textAt('changesTable', text, {
      x: at === 0 ? (left + split) / 2 : (split + right) / 2,
      y: top + 4.8,
      sizePt: 8.5,
      face: 'bold',
      align: 'centre',
    }),
  );
  const line = (from: [number, number], to: [number, number]) => lineAt('changesTable', from, to);
  return [
    ...columns,
    ...[top, top + 7, bottom].map((y) => line([left, y], [right, y])),
    ...[left, split, right].map((x) => line([x, top], [x, bottom])),
  ];
}

/** `only`: the confirmation of this change alone (from 1), to be printed into the table of a certificate that is out already. */
export function layOutBack(
  facts: CertificateFacts,
  measure: Measure,
  only: number | null = null,
): { things: Placed[]; on: OnBack } {
  const { words, back, left } = facts.template;
  const [land] = facts.lands;
  const table = changes(facts, measure, only);
  const single = facts.lands.length === 1 && land ? drawn(facts.template, land) : null;
  const said = notes(facts, measure);
  const on: OnBack = {
    drawn: single !== null,
    corners: single?.shown ?? 0,
    notes: said.fits,
    changes: table.shown,
  };
  if (only !== null) return { things: table.things, on };
  return {
    on,
    things: [
      textAt('data', words.drawing, { x: left, y: 20, sizePt: 10, face: 'bold' }),
      ...(single?.things ?? [
        textAt('data', fillWords(words.drawingMore, { n: String(facts.lands.length) }), {
          x: left + 4,
          y: 27,
          sizePt: 10,
        }),
      ]),
      ...said.things,
      textAt('data', words.changes, { x: left, y: back.changes.top - 2, sizePt: 10, face: 'bold' }),
      ...changesTable(facts.template),
      ...table.things,
      textAt('data', fillWords(words.bookNo, { bookNo: facts.bookNo }), { x: left, y: back.foot.y, sizePt: 10 }),
    ],
  };
}
