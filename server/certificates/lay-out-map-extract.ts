import { numberCorners } from '../domain/drawing/number-corners.ts';
import { formatArea, formatFixed, formatPlain } from '../domain/words/format-number.ts';
import { placeWithCommune } from '../domain/words/place-with-commune.ts';
import { systemName } from '../domain/words/system-name.ts';
import type { Block, PaperLayout } from './block.ts';
import { PRINTED_DECIMALS } from './drawing/draw-extract.ts';
import { drawingBlock } from './drawing/drawing-block.ts';
import { fillWords } from './fill-words.ts';
import { framePaper } from './kinds/frame-paper.ts';
import type { LandFacts, MapExtractFacts } from './map-extract-facts.ts';
import type { MapExtractTemplate } from './versions/template-shelf.ts';

type Words = MapExtractTemplate['words'];

const text = (sentence: string, weight: 'regular' | 'bold' = 'regular'): Block => ({
  kind: 'text',
  text: sentence,
  weight,
});

function holdersOf(words: Words, { holders, holdersLeftOut }: LandFacts): string {
  if (holdersLeftOut) return words.holdersLeftOut;
  if (holders.length === 0) return words.noHolder;
  return holders
    .map(({ name, share }) => (share === '1' ? name : fillWords(words.share, { holder: name, share })))
    .join('; ');
}

/** The rows of the table of coordinates: X is north and Y is east in Viet Nam's cadastre. */
const cornerRows = ({ rings }: Pick<LandFacts, 'rings'>): string[][] =>
  numberCorners(rings, PRINTED_DECIMALS)
    .flat()
    .map(({ no, next, north, east, edgeM }) => [
      String(no),
      formatFixed(north, 'vi', 2),
      formatFixed(east, 'vi', 2),
      `${no}–${next}`,
      formatFixed(edgeM, 'vi', 2),
    ]);

/** Everything that is said of one parcel. */
function landBlocks(words: Words, facts: LandFacts): Block[] {
  const block = drawingBlock(facts, words.north);
  const { drawing } = block;
  const { no, sheet, parcelCode, commune, address, legalAreaM2, areaM2 } = facts;
  const area = formatArea(legalAreaM2 ?? areaM2, 'vi', 1);
  return [
    text(fillWords(words.parcel, { no, sheet, code: parcelCode })),
    text(fillWords(words.place, { place: placeWithCommune(address, commune) })),
    text(fillWords(legalAreaM2 === null ? words.areaComputed : words.area, { area })),
    text(
      fillWords(words.use, {
        use: facts.uses.map((use) => (use.name ? `${use.name} (${use.code})` : use.code)).join('; '),
      }),
    ),
    text(fillWords(words.holders, { holders: holdersOf(words, facts) })),
    text(words.changes),
    text(words.drawing, 'bold'),
    text(fillWords(words.scale, { scale: formatPlain(drawing.scale, 'vi'), system: systemName(facts.srid, 'vi') })),
    block,
    ...(drawing.dense ? [{ kind: 'note', text: words.dense } as const] : []),
    text(words.table, 'bold'),
    { kind: 'table', columns: words.columns, rows: cornerRows(facts) },
  ];
}

/** Facts to blocks: nothing of a file format, nothing that is not in the facts or the template. `more`: further parcels, each in full. */
export const layOutMapExtract = (
  { words }: MapExtractTemplate,
  facts: MapExtractFacts,
  more: readonly LandFacts[] = [],
): PaperLayout =>
  framePaper(facts, {
    office: facts.office,
    title: words.title,
    // Each of several parcels is on a page of its own, under its number, as on an extract of its own.
    blocks:
      more.length === 0
        ? landBlocks(words, facts)
        : [facts, ...more].flatMap((land, at): Block[] => [
            ...(at === 0 ? [] : [{ kind: 'page' } as const]),
            text(
              fillWords(words.parcelOf, {
                at: String(at + 1),
                of: String(more.length + 1),
                no: land.no,
                sheet: land.sheet,
              }),
              'bold',
            ),
            ...landBlocks(words, land),
          ]),
    said: words,
  });
