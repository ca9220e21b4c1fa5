/** Blocks of an information sheet, those that were chosen; pure. */

import type { VersionRow } from '../../db/parcel/parcels.ts';
import { overlayMeasure, overlayName, overlayValue } from '../../domain/layer/overlay-words.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { INFORMATION_BLOCKS, type InformationBlock } from '../../domain/paper.ts';
import { fillFrom } from '../../domain/words/fill-sentence.ts';
import { formatDay, formatMoment } from '../../domain/words/format-day.ts';
import { formatAreaColumn, formatPlain } from '../../domain/words/format-number.ts';
import { placeWithCommune } from '../../domain/words/place-with-commune.ts';
import { systemName } from '../../domain/words/system-name.ts';
import type { Block, PaperLayout } from '../block.ts';
import { drawingBlock } from '../drawing/drawing-block.ts';
import { fillWords } from '../fill-words.ts';
import type { LandInformationTemplate } from '../versions/template-shelf.ts';
import { framePaper, heading, listOf, pairs, plain } from './frame-paper.ts';
import type { InformationFacts } from './land-information-facts.ts';
import type { PaperStamp } from './paper-kind.ts';

type Words = LandInformationTemplate['words'];
const area = (m2: number) => formatAreaColumn(m2, 'vi');
const day = (date: string) => formatDay(date, 'vi');
const termOf = (words: Words, until: string | null | undefined) =>
  until === null || until === undefined ? words.noTerm : fillWords(words.until, { day: day(until) });

/** A row for each version, the oldest first. */
export const versionRows = (versions: readonly VersionRow[], present: string): string[][] =>
  [...versions]
    .sort((a, b) => a.version - b.version)
    .map(({ registeredAt, endedAt, sheet, no, areaM2, legalAreaM2, landUse }) => [
      day(dayOf(new Date(registeredAt))),
      endedAt === null ? present : day(dayOf(new Date(endedAt))),
      `${sheet}, ${no}`,
      area(legalAreaM2 ?? areaM2),
      landUse,
    ]);

function parcelBlock(words: Words, { land, purposes }: InformationFacts): Block[] {
  const names = new Map(land.uses.map(({ code, name }) => [code, name ? `${name} (${code})` : code]));
  const uses = purposes
    .filter(({ code }) => names.has(code))
    .map(({ code, areaM2, until }) =>
      fillFrom(words.usePart, {
        use: names.get(code) ?? code,
        ...(areaM2 === null ? {} : { area: area(areaM2) }),
        ...(until ? { day: day(until) } : {}),
      }),
    );
  return [
    heading(words.parcel),
    pairs([
      [words.code, land.parcelCode],
      [words.place, placeWithCommune(land.address, land.commune)],
      land.legalAreaM2 === null ? [words.areaComputed, area(land.areaM2)] : [words.area, area(land.legalAreaM2)],
      [words.use, uses.length > 0 ? uses.join('; ') : [...names.values()].join('; ') || words.noTerm],
    ]),
  ];
}

function holdersBlock(words: Words, { land, rights }: InformationFacts): Block[] {
  if (land.holdersLeftOut) return [heading(words.holders), plain(words.holdersLeftOut)];
  return [
    heading(words.holders),
    listOf(
      words.holderColumns,
      [0.46, 0.16, 0.16, 0.22],
      rights.map(({ holder, share, kind, until }) => [
        holder,
        share === '1' ? words.whole : share,
        kind === 'management' ? words.management : words.useRight,
        termOf(words, until),
      ]),
    ),
  ];
}

function certificatesBlock(words: Words, { land, rights }: InformationFacts): Block[] {
  if (land.holdersLeftOut) return [heading(words.certificates), plain(words.leftOut)];
  const on = Map.groupBy(
    rights.filter(({ certificateSerial }) => certificateSerial !== null),
    ({ certificateSerial }) => certificateSerial ?? '',
  );
  return [
    heading(words.certificates),
    listOf(
      words.certificateColumns,
      [0.3, 0.7],
      [...on].map(([serial, held]) => [serial, held.map(({ holder }) => holder).join('; ')]),
    ),
  ];
}

function burdensBlock(words: Words, { land, burdens }: InformationFacts): Block[] {
  if (land.holdersLeftOut) return [heading(words.burdens), plain(words.leftOut)];
  return [
    heading(words.burdens),
    listOf(
      words.burdenColumns,
      [0.2, 0.4, 0.18, 0.22],
      burdens.map(({ kind, no, date, registeredAt, until }) => [
        words[kind],
        fillWords(words.documentOf, { no, day: day(date) }),
        day(dayOf(new Date(registeredAt))),
        termOf(words, until),
      ]),
    ),
  ];
}

function mapBlock(words: Words, { land }: InformationFacts): Block[] {
  const block = drawingBlock(land, words.north);
  const { dense, scale: denominator } = block.drawing;
  const scale = formatPlain(denominator, 'vi');
  return [
    heading(words.map),
    plain(fillWords(words.scale, { scale, system: systemName(land.srid, 'vi') })),
    block,
    ...(dense ? [{ kind: 'note', text: words.dense } as const] : []),
  ];
}

/** A row for each shape, under the layer's title in its first; whose data it is and of which day stands with it. */
function layersBlock(words: Words, { layers, layersWithout }: InformationFacts): Block[] {
  const rows = layers.flatMap(({ title, source, date, items, more }) => [
    ...items.map((item, at) => {
      const value = overlayValue(item, 'vi');
      const name = overlayName(item, 'vi');
      return [
        at === 0 ? title : '',
        value === null ? name : `${name} (${value})`,
        overlayMeasure(item, 'vi'),
        at === 0 ? fillWords(words.layerSource, { source, day: day(date) }) : '',
      ];
    }),
    ...(more > 0 ? [['', fillWords(words.layerMore, { n: String(more) }), '', '']] : []),
  ]);
  if (layers.length === 0 && layersWithout.length === 0) return [heading(words.layers), plain(words.noLayers)];
  return [
    heading(words.layers),
    ...(rows.length > 0 ? [listOf(words.layerColumns, [0.24, 0.28, 0.22, 0.26], rows)] : []),
    ...(layersWithout.length > 0 ? [plain(fillWords(words.layersWithout, { layers: layersWithout.join(', ') }))] : []),
    { kind: 'note', text: words.layersNote },
  ];
}

const BLOCKS: Readonly<Record<InformationBlock, (words: Words, facts: InformationFacts) => Block[]>> = {
  parcel: parcelBlock,
  holders: holdersBlock,
  certificates: certificatesBlock,
  burdens: burdensBlock,
  history: (words, { versions }) => [
    heading(words.history),
    listOf(words.historyColumns, [0.18, 0.18, 0.2, 0.22, 0.22], versionRows(versions, '–')),
  ],
  map: mapBlock,
  layers: layersBlock,
};

/** The chosen blocks of each parcel, in the order of the sheet whatever the order in which they were asked for. */
export function layOutLandInformation(
  { words }: LandInformationTemplate,
  parcels: readonly InformationFacts[],
  chosen: readonly InformationBlock[],
  stamp: PaperStamp,
): PaperLayout {
  const blocks = INFORMATION_BLOCKS.filter((block) => chosen.includes(block));
  const said = blocks.map((block) => words.blocks[block]).join('; ');
  return framePaper(stamp, {
    office: parcels[0]!.land.office,
    title: words.title,
    said: words,
    lines: [fillWords(words.asOf, { moment: formatMoment(stamp.moment.toISOString(), 'vi') })],
    blocks: [
      ...parcels.flatMap((facts) => [
        heading(fillWords(words.parcelOf, { no: facts.land.no, sheet: facts.land.sheet })),
        ...blocks.flatMap((block) => BLOCKS[block](words, facts)),
      ]),
      { kind: 'note', text: fillWords(words.chosen, { blocks: said }) },
    ],
  });
}
