/** What dealings of the invented past say, made of the land they are on. Every name, number and paper is invented. */
import type { ParcelRights } from '../../../server/domain/contract/parcel/parcels.ts';
import type { Before, PastDealing } from './past-desk.ts';
import { across, halved } from './past-land.ts';

type Say = PastDealing['say'];
interface Paper {
  readonly no: string;
  readonly date: string;
}

/** The right of use of whoever holds a parcel alone. */
export const soleRight = ({ rights }: ParcelRights) =>
  rights.length === 1 && rights[0]?.kind === 'use' && rights[0].share === '1' ? rights[0] : null;

/** Says it of the one parcel, where one person holds it alone. */
const ofHolder =
  (payload: (rightId: string, before: Before, partyId: string) => Readonly<Record<string, unknown>> | null): Say =>
  ([before]) => {
    const right = before && soleRight(before.rights);
    return before && right ? payload(right.rightId, before, right.partyId) : null;
  };

export const person = (name: string, identityNumber: string, address: string) => ({
  kind: 'person' as const,
  name,
  identityNumber,
  address,
});
export const bank = (name: string, identityNumber: string) => ({
  kind: 'organisation' as const,
  name,
  identityNumber,
});

export const transferWhole = (cause: string, party: object, document: Paper): Say =>
  ofHolder((rightId) => ({ cause, from: [{ rightId }], to: [{ party, share: '1' }], document }));

export const inheritedBy = (heirs: readonly object[], document: Paper): Say =>
  ofHolder((rightId) => ({
    cause: 'inheritance',
    from: [{ rightId }],
    to: heirs.map((party) => ({ party, share: `1/${heirs.length}` })),
    document,
  }));

/** The first of several holders gives her share. */
export const shareSold =
  (party: object, document: Paper): Say =>
  ([before]) => {
    const [first] = before?.rights.rights ?? [];
    if (!first || first.share === '1') return null;
    return { cause: 'sale', from: [{ rightId: first.rightId }], to: [{ party, share: first.share }], document };
  };

export const mortgagedTo = (mortgagee: object, document: Paper): Say =>
  ofHolder((rightId) => ({ rightIds: [rightId], mortgagee, document }));

export const mortgageReleased =
  (document: Paper): Say =>
  ([before]) => {
    const [mortgage] = before?.rights.mortgages ?? [];
    return mortgage ? { mortgageId: mortgage.mortgageId, document } : null;
  };

export const leasedTo = (lessee: object, until: string, document: Paper): Say =>
  ofHolder((rightId) => ({ rightId, lessee, until, document }));

export const cutInHalf: Say = ([before]) => {
  const cut = before && soleRight(before.rights) ? halved(before) : null;
  return cut && { srid: cut.srid, lines: [cut.line] };
};

/** Holders of two parcels hold the one that comes of them by halves, or the one who holds both holds it. */
export const merged =
  (document: Paper): Say =>
  (land) => {
    const parties = land.flatMap(({ rights }) => soleRight(rights)?.partyId ?? []);
    if (parties.length !== land.length) return null;
    if (new Set(parties).size === 1) return {};
    const share = `1/${parties.length}`;
    return { agreement: { holders: parties.map((partyId) => ({ partyId, share })), document } };
  };

/** Part of the land becomes land of another code. */
export const partBecomes = (code: string, areaM2: number, document: Paper): Say =>
  ofHolder((_rightId, { parcel }) => {
    const left = Math.round(((parcel.legalAreaM2 ?? 0) - areaM2) * 100) / 100;
    if (left < areaM2) return null;
    return {
      purposes: [
        { code, areaM2 },
        { code: parcel.landUse, areaM2: left },
      ],
      document,
    };
  });

export const stopped =
  (effects: readonly string[], document: Paper): Say =>
  ([before]) =>
    before && soleRight(before.rights) ? { effects, document } : null;

export const crossedBy =
  (kind: string, document: Paper): Say =>
  ([before]) => {
    const geometry = before && across(before);
    return geometry ? { kind, geometry, document } : null;
  };

export const addressCorrected = (address: string, document: Paper): Say =>
  ofHolder((_rightId, _before, partyId) => ({ partyId, changes: { address }, document }));

export const certificateOn = (blankSerial: string): Say =>
  ofHolder((rightId, { rights }) =>
    rights.rights[0]?.certificateSerial === null ? { rightIds: [rightId], blankSerial } : null,
  );
