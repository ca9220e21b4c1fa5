import { LAND_INFORMATION_1 } from '../../../templates/certificates/land_information/1/template.ts';
import { PARCEL_HISTORY_1 } from '../../../templates/certificates/parcel_history/1/template.ts';
import { findOffice } from '../../db/document/papers.ts';
import { findParcelRow, listRelatives, listVersions } from '../../db/parcel/parcels.ts';
import { actsIn } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { formatMoment } from '../../domain/words/format-day.ts';
import { fillWords } from '../fill-words.ts';
import { NO_OFFICE } from '../read-extract-facts.ts';
import { renderPaper } from '../render-paper.ts';
import { framePaper, heading, listOf, pairs } from './frame-paper.ts';
import { withKnownUses } from './land-information-facts.ts';
import { versionRows } from './lay-out-land-information.ts';
import type { PaperKindMaker } from './paper-kind.ts';

const { words } = PARCEL_HISTORY_1;

/** Lịch sử thửa đất: what a parcel was, what it came from and what it became. It names nobody; of land that is no more it is made too. */
export const PARCEL_HISTORY: PaperKindMaker = {
  template: PARCEL_HISTORY_1,
  most: 1,
  async read(trx, { actor, request, day }) {
    const [parcelId = ''] = request.parcelIds;
    const parcel = await findParcelRow(trx, parcelId, null);
    if (!parcel || !actsIn(actor, parcel.commune.code)) throw new Problem('parcel.not_found');
    const versions = await withKnownUses(trx, await listVersions(trx, parcelId));
    const { predecessors, successors } = await listRelatives(trx, parcelId);
    const office = (await findOffice(trx, parcel.commune.code, day)) ?? NO_OFFICE;
    const named = (relatives: typeof predecessors): string =>
      relatives.map(({ no, sheet }) => fillWords(words.relative, { no, sheet })).join('; ') || words.noRelative;
    return {
      communeCode: parcel.commune.code,
      office,
      partyIds: [],
      parcels: [{ parcelId, version: parcel.version, state: parcel.state, rightIds: [] }],
      stillSo: async (again) => {
        const now = await findParcelRow(again, parcelId, null);
        return now?.version === parcel.version && now.state === parcel.state;
      },
      render: (stamp) =>
        renderPaper(
          framePaper(stamp, {
            office,
            title: words.title,
            lines: [
              fillWords(LAND_INFORMATION_1.words.asOf, { moment: formatMoment(stamp.moment.toISOString(), 'vi') }),
            ],
            blocks: [
              heading(fillWords(LAND_INFORMATION_1.words.parcelOf, { no: parcel.no, sheet: parcel.sheet })),
              pairs([
                [LAND_INFORMATION_1.words.code, parcel.code],
                [LAND_INFORMATION_1.words.place, parcel.commune.name],
                [words.from, named(predecessors)],
                [words.became, named(successors)],
              ]),
              heading(words.versions),
              listOf(words.versionColumns, [0.18, 0.18, 0.2, 0.22, 0.22], versionRows(versions, words.present)),
            ],
          }),
          stamp.moment,
        ),
    };
  },
};
