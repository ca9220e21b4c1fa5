import { FRAME_1 } from '../../templates/certificates/frame/1/template.ts';
import { logPartyReading } from '../db/audit/read-log.ts';
import { findOffice, listUseNames } from '../db/document/papers.ts';
import type { Trx } from '../db/kit/transaction.ts';
import { listLandAround } from '../db/parcel/land-around.ts';
import { listParcelRights } from '../db/parcel/parcel-rights.ts';
import { findParcelRow } from '../db/parcel/parcels.ts';
import { findPublishedAddress } from '../db/register/address-publication.ts';
import { type Actor, actsIn } from '../domain/actor.ts';
import { Problem } from '../domain/problem/problem.ts';
import { groundOf } from './drawing/draw-extract.ts';
import type { LandFacts } from './map-extract-facts.ts';

/** What the paper will say of the parcel, and by what it is known that the register still says so. */
export interface ReadParcel {
  readonly parcelId: string;
  readonly facts: LandFacts;
  readonly communeCode: string;
  readonly version: number;
  readonly partyIds: readonly string[];
  readonly rightIds: readonly string[];
}

/** Where no office is on record for a commune. */
export const NO_OFFICE = 'Cơ quan đăng ký đất đai';

/**
 * Reads a parcel of the actor's communes for a paper; the look at its holders is logged, unless the paper leaves them out. Then it
 * says of address and land use what the public may read: legacy columns name persons where nobody looks for them.
 */
export async function readExtractFacts(
  trx: Trx,
  actor: Actor,
  parcelId: string,
  day: string,
  holdersLeftOut: boolean,
): Promise<ReadParcel> {
  const parcel = await findParcelRow(trx, parcelId, null);
  if (!parcel || !actsIn(actor, parcel.commune.code)) throw new Problem('parcel.not_found');
  if (parcel.state !== 'current') throw new Problem('paper.parcel_historic');
  const rights = await listParcelRights(trx, parcelId, null);
  const partyIds = holdersLeftOut ? [] : rights.map(({ partyId }) => partyId);
  await logPartyReading(trx, { actor: actor.id, partyIds, purpose: 'map extract' });
  const { srid, coordinates: rings } = parcel.geometryLegal;
  const codes = parcel.landUse.split('+').filter(Boolean);
  const names = await listUseNames(trx, codes);
  const { address, commune } = parcel;
  const published =
    holdersLeftOut && address !== null ? await findPublishedAddress(trx, commune.code, address) : address;
  return {
    parcelId,
    communeCode: parcel.commune.code,
    version: parcel.version,
    partyIds,
    rightIds: rights.map(({ rightId }) => rightId),
    facts: {
      office: (await findOffice(trx, parcel.commune.code, day)) ?? NO_OFFICE,
      sheet: parcel.sheet,
      no: parcel.no,
      parcelCode: parcel.code,
      commune: parcel.commune.name,
      address: published,
      areaM2: parcel.areaM2,
      legalAreaM2: parcel.legalAreaM2,
      uses: codes
        .filter((code) => !holdersLeftOut || names.has(code))
        .map((code) => ({ code, name: names.get(code) ?? null })),
      holders: holdersLeftOut ? [] : rights.map(({ holder, share }) => ({ name: holder, share })),
      holdersLeftOut,
      srid,
      rings,
      neighbours: await listLandAround(trx, parcelId, srid, groundOf(rings, FRAME_1)),
    },
  };
}
