import { LAND_INFORMATION_1 } from '../../../templates/certificates/land_information/1/template.ts';
import type { VersionRow } from '../../db/parcel/parcels.ts';
import { formatMoment } from '../../domain/words/format-day.ts';
import type { PaperLayout } from '../block.ts';
import { fillWords } from '../fill-words.ts';
import type { ParcelHistoryTemplate } from '../versions/template-shelf.ts';
import { framePaper, heading, listOf, pairs } from './frame-paper.ts';
import { versionRows } from './lay-out-land-information.ts';
import type { PaperStamp } from './paper-kind.ts';

type Relatives = readonly { readonly no: string; readonly sheet: string }[];

export interface HistoryFacts {
  readonly office: string;
  readonly no: string;
  readonly sheet: string;
  readonly code: string;
  readonly commune: string;
  readonly predecessors: Relatives;
  readonly successors: Relatives;
  readonly versions: readonly VersionRow[];
}

const named = (words: ParcelHistoryTemplate['words'], relatives: Relatives): string =>
  relatives.map(({ no, sheet }) => fillWords(words.relative, { no, sheet })).join('; ') || words.noRelative;

/** A history from its facts; pure. */
export const layOutParcelHistory = (
  { words }: ParcelHistoryTemplate,
  facts: HistoryFacts,
  stamp: PaperStamp,
): PaperLayout =>
  framePaper(stamp, {
    office: facts.office,
    title: words.title,
    lines: [fillWords(LAND_INFORMATION_1.words.asOf, { moment: formatMoment(stamp.moment.toISOString(), 'vi') })],
    blocks: [
      heading(fillWords(LAND_INFORMATION_1.words.parcelOf, { no: facts.no, sheet: facts.sheet })),
      pairs([
        [LAND_INFORMATION_1.words.code, facts.code],
        [LAND_INFORMATION_1.words.place, facts.commune],
        [words.from, named(words, facts.predecessors)],
        [words.became, named(words, facts.successors)],
      ]),
      heading(words.versions),
      listOf(words.versionColumns, [0.18, 0.18, 0.2, 0.22, 0.22], versionRows(facts.versions, words.present)),
    ],
  });
