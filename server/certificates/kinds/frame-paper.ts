/** What stands at the beginning and the end of every paper of ours. */
import { FRAME_1 } from '../../../templates/certificates/frame/1/template.ts';
import { LAND_INFORMATION_1 } from '../../../templates/certificates/land_information/1/template.ts';
import { formatMoment } from '../../domain/words/format-day.ts';
import type { Block, PaperLayout } from '../block.ts';
import { fillWords } from '../fill-words.ts';
import type { PaperStamp } from './paper-kind.ts';

const { words } = LAND_INFORMATION_1;

export const heading = (text: string): Block => ({ kind: 'text', text, weight: 'bold' });
export const plain = (text: string): Block => ({ kind: 'text', text, weight: 'regular' });

/** Label and value, row by row. */
export const pairs = (rows: readonly (readonly [label: string, value: string])[]): Block => ({
  kind: 'grid',
  columns: [
    { title: '', share: 0.32 },
    { title: '', share: 0.68 },
  ],
  rows,
});

/** A table with as many columns as titles, of these shares; a sentence where it has no row. */
export const listOf = (
  titles: readonly string[],
  shares: readonly number[],
  rows: readonly (readonly string[])[],
): Block =>
  rows.length === 0
    ? plain(words.none)
    : { kind: 'grid', columns: titles.map((title, at) => ({ title, share: shares[at]! })), rows };

/** What differs from one template to the next in words that all papers have. */
interface FrameWords {
  readonly number: string;
  readonly sample: string;
  readonly trial: string;
  readonly issued: string;
  readonly check: string;
  readonly codeLine: string;
  readonly page: string;
}

export function framePaper(
  { serial, code, link, qr, moment, signer, trialSignature }: PaperStamp,
  {
    office,
    title,
    lines = [],
    blocks,
    said = words,
  }: {
    office: string;
    title: string;
    lines?: readonly string[];
    blocks: readonly Block[];
    said?: FrameWords;
  },
): PaperLayout {
  const { nation, motto } = FRAME_1.words;
  return {
    title: `${title} ${serial}`,
    blocks: [
      {
        kind: 'head',
        office,
        number: fillWords(said.number, { serial }),
        nation,
        motto,
        title,
        lines: [...lines, [said.sample, ...(trialSignature ? [said.trial] : [])].join(' · ')],
      },
      ...blocks,
      {
        kind: 'seal',
        qr,
        alt: fillWords(FRAME_1.words.qr, { link }),
        lines: [
          fillWords(said.issued, { moment: formatMoment(moment.toISOString(), 'vi'), signer }),
          fillWords(said.check, { link }),
          fillWords(said.codeLine, { code }),
        ],
      },
    ],
    foot: fillWords(said.page, { serial, code, page: '{page}', pages: '{pages}' }),
    page: FRAME_1.page,
  };
}
