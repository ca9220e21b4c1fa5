/** Side 1: national title, QR, holders, land, assets, signature, serial. What has no room goes to the annex, and the side says so. */
import { FRAME_1 } from '../../../templates/certificates/frame/1/template.ts';
import { fillFrom } from '../../domain/words/fill-sentence.ts';
import { formatDay } from '../../domain/words/format-day.ts';
import { formatAreaColumn } from '../../domain/words/format-number.ts';
import { fillWords } from '../fill-words.ts';
import { type Box, fitSize, type Paragraph, placeLines } from '../sheet/flow-text.ts';
import { lineAt, type Measure, type Placed, textAt } from '../sheet/placed.ts';
import { wrapText } from '../wrap-text.ts';
import type { CertificateFacts, CertificateHolder, CertificateLand, CertificateWords } from './certificate-facts.ts';

const INDENT = 4;

/** How many of each stand on side 1; the annex has all of those of which there are more. */
export interface OnFront {
  readonly holders: number;
  readonly uses: number;
  readonly lands: number;
}

/** With one decimal, as the cadastre rounds areas. */
export const areaWords = (areaM2: number): string => formatAreaColumn(areaM2, 'vi');

/** Left out where the register names no province. */
export const placeOf = ({ province }: Pick<CertificateFacts, 'province'>): { place?: string } =>
  province === '' ? {} : { place: province };

export const holderWords = (words: CertificateWords, { name, identity, share }: CertificateHolder): string =>
  fillFrom(words.holder, {
    holder: name,
    ...(identity === null ? {} : { identity }),
    ...(share === '1' ? {} : { share }),
  });

export const termWords = (words: CertificateWords, until: string | null): string =>
  until === null
    ? words.noTerm
    : until === 'lasting'
      ? words.lasting
      : fillWords(words.until, { day: formatDay(until, 'vi') });

const useWords = (words: CertificateWords, { name, areaM2 }: CertificateLand['purposes'][number]): string =>
  areaM2 === null ? name : fillWords(words.usePart, { name, area: areaWords(areaM2) });

const more = (sentence: string, all: number, shown: number): string[] =>
  all > shown ? [fillWords(sentence, { n: String(all - shown) })] : [];

export function usesOf(words: CertificateWords, land: CertificateLand, shown = land.purposes.length): string {
  return [
    ...land.purposes.slice(0, shown).map((one) => useWords(words, one)),
    ...more(words.useMore, land.purposes.length, shown),
  ].join('; ');
}

/** One term for all where it is one, else one for each use. */
export function termsOf(words: CertificateWords, land: CertificateLand, shown = land.purposes.length): string {
  const terms = new Set(land.purposes.map(({ until }) => until));
  if (terms.size <= 1) return termWords(words, land.purposes[0]?.until ?? null);
  return [
    ...land.purposes
      .slice(0, shown)
      .map(({ name, until }) => fillWords(words.termPart, { name, term: termWords(words, until) })),
    ...more(words.useMore, land.purposes.length, shown),
  ].join('; ');
}

export const landWords = (words: CertificateWords, land: CertificateLand): string =>
  fillWords(words.oneOf, {
    no: land.no,
    sheet: land.sheet,
    area: areaWords(land.areaM2),
    use: usesOf(words, land),
    term: termsOf(words, land),
    place: land.place,
  });

const heading = (text: string): Paragraph => ({ text, face: 'bold' });
const entry = (text: string): Paragraph => ({ text, indent: INDENT });

function bodyOf({ holders, lands, template: { words } }: CertificateFacts, on: OnFront): Paragraph[] {
  const [land] = lands;
  const landLines =
    lands.length === 1 && land
      ? [
          heading(words.land),
          ...[
            fillWords(words.parcel, { no: land.no, sheet: land.sheet }),
            fillWords(words.area, { area: areaWords(land.areaM2) }),
            fillWords(words.use, { use: usesOf(words, land, on.uses) }),
            fillWords(words.term, { term: termsOf(words, land, on.uses) }),
            fillWords(words.form, { form: holders.length > 1 ? words.sharedForm : words.ownForm }),
            fillWords(words.place, { place: land.place }),
          ].map(entry),
        ]
      : [
          heading(fillWords(words.landOf, { n: String(lands.length) })),
          ...lands.slice(0, on.lands).map((one) => entry(landWords(words, one))),
          ...more(words.landMore, lands.length, on.lands).map(entry),
        ];
  return [
    heading(words.holders),
    ...(holders.length === 0
      ? [entry(words.noHolder)]
      : holders.slice(0, on.holders).map((one) => entry(holderWords(words, one)))),
    ...more(words.holdersMore, holders.length, on.holders).map(entry),
    ...landLines,
    heading(words.assets),
    ...words.assetLines.map(entry),
  ];
}

/** As much of the lists as fits, the longest shortened first. */
function fitBody(facts: CertificateFacts, box: Box, measure: Measure): { on: OnFront; size: number } {
  const { front } = facts.template;
  // Down to which the type shrinks before something goes to the annex: what is smaller is hard to read.
  const readable = front.body.sizesPt.filter((size) => size >= 8);
  let on = {
    holders: facts.holders.length,
    uses: facts.lands[0]?.purposes.length ?? 0,
    lands: facts.lands.length,
  };
  for (;;) {
    const body = bodyOf(facts, on);
    // The smallest first: most of what does not fit is seen at once.
    if (fitSize(body, box, readable.slice(-1), measure) !== undefined)
      return { on, size: fitSize(body, box, readable, measure)! };
    const [longest, count] = Object.entries(on).reduce((most, one) => (one[1] > most[1] ? one : most));
    if (count <= 1) break;
    on = { ...on, [longest]: count - 1 };
  }
  return { on, size: fitSize(bodyOf(facts, on), box, front.body.sizesPt, measure) ?? front.body.sizesPt.at(-1)! };
}

function signature(facts: CertificateFacts, measure: Measure): Placed[] {
  const { front, words } = facts.template;
  const { centre, top, width, nameY } = front.signature;
  const [year = '', month = '', day = ''] = facts.issuedOn.split('-');
  const issued = fillFrom(words.issued, { ...placeOf(facts), day, month, year });
  const lines = [facts.authority, facts.office.toUpperCase(), facts.position?.toUpperCase() ?? null].flatMap((text) =>
    text === null ? [] : wrapText(text, width, (part) => measure(part, 10, 'bold')),
  );
  return [
    textAt('data', issued, { x: centre, y: top, sizePt: 10, align: 'centre' }),
    ...lines.map((text, at) =>
      textAt('data', text, { x: centre, y: top + 5.5 + at * 4.7, sizePt: 10, face: 'bold', align: 'centre' }),
    ),
    ...(facts.signatory === null
      ? []
      : [textAt('data', facts.signatory, { x: centre, y: nameY, sizePt: 11, face: 'bold', align: 'centre' })]),
  ];
}

export function layOutFront(facts: CertificateFacts, measure: Measure): { things: Placed[]; on: OnFront } {
  const { words, front, left, right, page } = facts.template;
  const { national, qr, emblem, title, body, foot } = front;
  const middle = page.widthMm / 2;
  const centred = (part: string, text: string, y: number, sizePt: number): Placed =>
    textAt(part, text, { x: middle, y, sizePt, face: 'bold', align: 'centre' });
  const box = { x: left, width: right - left, top: body.top, bottom: body.bottom };
  const { on, size } = fitBody(facts, box, measure);
  const things: Placed[] = [
    centred('national', words.nation, national.y, 12),
    centred('national', words.motto, national.mottoY, 11),
    lineAt('national', [middle - 24, national.ruleY], [middle + 24, national.ruleY]),
    {
      kind: 'qr',
      part: 'data',
      text: facts.qr ?? facts.link,
      alt: fillWords(FRAME_1.words.qr, { link: facts.link }),
      x: qr.x,
      y: qr.y,
      sizeMm: qr.sizeMm,
    },
    { kind: 'circle', part: 'emblem', ...emblem },
    textAt('emblem', words.emblem, { x: emblem.x, y: emblem.y, sizePt: 8, align: 'centre' }),
    textAt('emblem', words.emblemOnBlank, { x: emblem.x, y: emblem.y + 3.2, sizePt: 5.5, align: 'centre' }),
    textAt('title', words.title, { x: middle, y: title.y, sizePt: 22, face: 'bold', align: 'centre', heading: true }),
    centred('title', words.second, title.secondY, 12.5),
    centred('title', words.third, title.thirdY, 12.5),
    ...placeLines('data', bodyOf(facts, on), box, size, measure),
    ...signature(facts, measure),
    textAt('serial', facts.serial, { x: left, y: foot.y, sizePt: 14, face: 'bold' }),
    textAt('details', words.details, { x: right, y: foot.y, sizePt: 8, align: 'right' }),
  ];
  return { things, on };
}
