import { findOffice } from '../../db/document/papers.ts';
import { findParcelRow, listRelatives, listVersions } from '../../db/parcel/parcels.ts';
import { actsIn } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { NO_OFFICE } from '../read-extract-facts.ts';
import { renderPaper } from '../render-paper.ts';
import { templateOf } from '../versions/template-shelf.ts';
import { withKnownUses } from './land-information-facts.ts';
import { layOutParcelHistory } from './lay-out-parcel-history.ts';
import type { PaperKindMaker } from './paper-kind.ts';

/** Lịch sử thửa đất: what a parcel was, what it came from and what it became. It names nobody; of land that is no more it is made too. */
export const PARCEL_HISTORY: PaperKindMaker = {
  most: 1,
  async read(trx, { actor, request, day, templates }) {
    const template = templateOf(templates, 'parcel_history', day);
    const [parcelId = ''] = request.parcelIds;
    const parcel = await findParcelRow(trx, parcelId, null);
    if (!parcel || !actsIn(actor, parcel.commune.code)) throw new Problem('parcel.not_found');
    const versions = await withKnownUses(trx, await listVersions(trx, parcelId));
    const { predecessors, successors } = await listRelatives(trx, parcelId);
    const office = (await findOffice(trx, parcel.commune.code, day)) ?? NO_OFFICE;
    return {
      template,
      communeCode: parcel.commune.code,
      office,
      partyIds: [],
      parcels: [{ parcelId, version: parcel.version, state: parcel.state, rightIds: [] }],
      parcelCode: parcel.code,
      stillSo: async (again) => {
        const now = await findParcelRow(again, parcelId, null);
        return now?.version === parcel.version && now.state === parcel.state;
      },
      render: (stamp) => {
        const { no, sheet, code } = parcel;
        const facts = { office, no, sheet, code, commune: parcel.commune.name, predecessors, successors, versions };
        return renderPaper(layOutParcelHistory(template, facts, stamp), stamp.moment);
      },
    };
  },
};
