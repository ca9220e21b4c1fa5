/** Trang bổ sung: in full whatever had no room on the two sides. An ordinary page, of as many as it takes. */
import { FRAME_1 } from '../../../templates/certificates/frame/1/template.ts';
import { formatDay } from '../../domain/words/format-day.ts';
import { formatPlain } from '../../domain/words/format-number.ts';
import { systemName } from '../../domain/words/system-name.ts';
import type { Block, GridColumn, PaperLayout } from '../block.ts';
import { drawingBlock } from '../drawing/drawing-block.ts';
import { fillWords } from '../fill-words.ts';
import type { CertificateFacts, CertificateLand, CertificateWords } from './certificate-facts.ts';
import { cornerRows, type OnBack } from './lay-out-back.ts';
import { areaWords, holderWords, landWords, type OnFront, termWords } from './lay-out-front.ts';

const { nation, motto } = FRAME_1.words;
const NUMBERED: readonly GridColumn[] = [
  { title: '', share: 0.08, align: 'right' },
  { title: '', share: 0.92 },
];

const bold = (text: string): Block => ({ kind: 'text', text, weight: 'bold' });
const numbered = (texts: readonly string[]): Block => ({
  kind: 'grid',
  columns: NUMBERED,
  rows: texts.map((text, at) => [String(at + 1), text]),
});

function drawingOf(words: CertificateWords, land: CertificateLand): Block[] {
  const { no, sheet, srid } = land;
  const block = drawingBlock(land, words.north);
  const system = systemName(srid, 'vi');
  return [
    bold(fillWords(words.annexDrawing, { no, sheet })),
    {
      kind: 'text',
      weight: 'regular',
      text: fillWords(words.scale, { scale: formatPlain(block.drawing.scale, 'vi'), system }),
    },
    block,
  ];
}

const cornersOf = (words: CertificateWords, land: CertificateLand): Block[] => [
  bold(fillWords(words.annexCorners, { no: land.no, sheet: land.sheet })),
  { kind: 'table', columns: words.corners, rows: cornerRows(land) },
];

function blocksOf(facts: CertificateFacts, front: OnFront, back: OnBack): Block[] {
  const { holders, lands, notes, changes, template } = facts;
  const { words } = template;
  const [land] = lands;
  const single = lands.length === 1 && land;
  return [
    ...(holders.length > front.holders
      ? [bold(words.annexHolders), numbered(holders.map((one) => holderWords(words, one)))]
      : []),
    ...(single && land.purposes.length > front.uses
      ? [
          bold(fillWords(words.annexUses, { no: land.no, sheet: land.sheet })),
          numbered(
            land.purposes.map(({ name, areaM2, until }) =>
              [name, ...(areaM2 === null ? [] : [areaWords(areaM2)]), termWords(words, until)].join(' · '),
            ),
          ),
        ]
      : []),
    ...(lands.length > front.lands
      ? [bold(words.annexParcels), numbered(lands.map((one) => landWords(words, one)))]
      : []),
    ...(back.notes ? [] : [bold(words.annexNotes), numbered(notes)]),
    ...(changes.length > back.changes
      ? [
          bold(words.annexChanges),
          numbered(
            changes
              .slice(back.changes)
              .map(({ day, content, office }) => `${content} · ${formatDay(day, 'vi')} · ${office}`),
          ),
        ]
      : []),
    ...(back.drawn ? [] : lands.flatMap((one) => [...drawingOf(words, one), ...cornersOf(words, one)])),
    ...(single && back.drawn && cornerRows(land).length > back.corners ? cornersOf(words, land) : []),
  ];
}

/** Null where both sides say everything. */
export function layOutAnnex(facts: CertificateFacts, front: OnFront, back: OnBack): PaperLayout | null {
  const blocks = blocksOf(facts, front, back);
  if (blocks.length === 0) return null;
  const { serial, bookNo, link, office, template } = facts;
  const { words } = template;
  return {
    title: `${words.annex} ${serial}`,
    blocks: [
      {
        kind: 'head',
        office,
        number: fillWords(words.annexNumber, { serial }),
        nation,
        motto,
        title: words.annex,
        lines: [fillWords(words.annexOf, { serial, bookNo })],
      },
      ...blocks,
      {
        kind: 'seal',
        qr: facts.qr ?? link,
        alt: fillWords(FRAME_1.words.qr, { link }),
        lines: [fillWords(words.annexCheck, { link })],
      },
    ],
    foot: fillWords(words.annexFoot, { serial, page: '{page}', pages: '{pages}' }),
    page: FRAME_1.page,
  };
}
