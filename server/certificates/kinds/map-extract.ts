import type { Trx } from '../../db/kit/transaction.ts';
import { layOutMapExtract } from '../lay-out-map-extract.ts';
import { type ReadParcel, readExtractFacts } from '../read-extract-facts.ts';
import { renderPaper } from '../render-paper.ts';
import { templateOf } from '../versions/template-shelf.ts';
import type { Asking, PaperKindMaker, ShownParcel } from './paper-kind.ts';
import { requireOneCommune } from './require-one-commune.ts';
import { parcelsStillSo } from './still-so.ts';

/** Reads the parcels that are asked for, each once, in their order; all of one commune. */
export async function readExtracts(trx: Trx, { actor, request, day, leftOut }: Asking): Promise<ReadParcel[]> {
  const read: ReadParcel[] = [];
  for (const parcelId of new Set(request.parcelIds))
    read.push(await readExtractFacts(trx, actor, parcelId, day, leftOut));
  requireOneCommune(read.map(({ communeCode }) => communeCode));
  return read;
}

export const shownParcel = ({ parcelId, version, rightIds }: ReadParcel): ShownParcel => ({
  parcelId,
  version,
  state: 'current',
  rightIds,
});

/** Trích lục bản đồ địa chính, of one parcel or several. */
export const MAP_EXTRACT: PaperKindMaker = {
  most: 20,
  async read(trx, asking) {
    const template = templateOf(asking.templates, 'map_extract', asking.day);
    const read = await readExtracts(trx, asking);
    const [first, ...more] = read;
    if (!first) throw new Error('an extract of no parcel');
    return {
      template,
      communeCode: first.communeCode,
      office: first.facts.office,
      partyIds: read.flatMap(({ partyIds }) => partyIds),
      parcels: read.map(shownParcel),
      parcelCode: first.facts.parcelCode,
      stillSo: (again) => parcelsStillSo(again, read.map(shownParcel)),
      render: (stamp) =>
        renderPaper(
          layOutMapExtract(
            template,
            { ...first.facts, ...stamp },
            more.map(({ facts }) => facts),
          ),
          stamp.moment,
        ),
    };
  },
};
