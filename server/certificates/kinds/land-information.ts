import { INFORMATION_BLOCKS } from '../../domain/paper.ts';
import { renderPaper } from '../render-paper.ts';
import { templateOf } from '../versions/template-shelf.ts';
import { type InformationFacts, readInformation } from './land-information-facts.ts';
import { layOutLandInformation } from './lay-out-land-information.ts';
import { readExtracts, shownParcel } from './map-extract.ts';
import type { PaperKindMaker } from './paper-kind.ts';
import { parcelsStillSo } from './still-so.ts';

/** Phiếu cung cấp thông tin đất đai, with the blocks that were chosen; all of them where none was. */
export const LAND_INFORMATION: PaperKindMaker = {
  most: 20,
  async read(trx, asking) {
    const template = templateOf(asking.templates, 'land_information', asking.day);
    const read = await readExtracts(trx, asking);
    const facts: InformationFacts[] = [];
    for (const parcel of read) facts.push(await readInformation(trx, parcel));
    const { blocks } = asking.request;
    const chosen = blocks === undefined || blocks.length === 0 ? INFORMATION_BLOCKS : blocks;
    return {
      template,
      communeCode: read[0]!.communeCode,
      office: read[0]!.facts.office,
      partyIds: read.flatMap(({ partyIds }) => partyIds),
      parcels: read.map(shownParcel),
      parcelCode: read[0]!.facts.parcelCode,
      stillSo: (again) => parcelsStillSo(again, read.map(shownParcel)),
      render: (stamp) => renderPaper(layOutLandInformation(template, facts, chosen, stamp), stamp.moment),
    };
  },
};
