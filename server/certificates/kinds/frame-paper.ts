/** What stands at the beginning and the end of every paper of ours. */
import { LAND_INFORMATION_1 } from '../../../templates/certificates/land_information/1/template.ts';
import { formatDay } from '../../domain/words/format-day.ts';
import type { Block, PaperLayout } from '../block.ts';
import { fillWords } from '../fill-words.ts';
import type { PaperStamp } from './paper-kind.ts';

const { words, page } = LAND_INFORMATION_1;

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

export function framePaper(
  { serial, code, link, day, signer, trialSignature }: PaperStamp,
  {
    office,
    title,
    lines = [],
    blocks,
  }: { office: string; title: string; lines?: readonly string[]; blocks: readonly Block[] },
): PaperLayout {
  return {
    title: `${title} ${serial}`,
    blocks: [
      {
        kind: 'head',
        office,
        title,
        lines: [fillWords(words.number, { serial }), ...lines, words.sample, ...(trialSignature ? [words.trial] : [])],
        link,
      },
      ...blocks,
      { kind: 'note', text: fillWords(words.issued, { day: formatDay(day, 'vi'), signer }) },
      { kind: 'note', text: fillWords(words.check, { link }) },
      { kind: 'note', text: fillWords(words.codeLine, { code }) },
    ],
    foot: fillWords(words.page, { serial, code, page: '{page}', pages: '{pages}' }),
    page,
  };
}
