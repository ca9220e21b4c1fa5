/** What is said on the screen of a merger, and the payload that it makes. Pure, so that it can be tested alone. */
import type { MergePayload } from '../../../../server/domain/dealing/payload/land.ts';
import type { ParcelRights } from '../../../api/parcels.ts';
import { readArea } from '../form/read-area.ts';

export interface MergeFields {
  readonly number: string;
  readonly legalAreaM2: string;
  readonly reason: string;
  /** Mortgages and caveats that go on on the whole. */
  readonly carries: readonly string[];
  /** Shares of the whole, by party. */
  readonly shares: Readonly<Record<string, string>>;
  /** Entries that are one person with another entry. */
  readonly sameAs: Readonly<Record<string, string>>;
  readonly documentNo: string;
  readonly documentDate: string;
  readonly documentPlace: string;
}

export const EMPTY_MERGE: MergeFields = {
  number: '',
  legalAreaM2: '',
  reason: '',
  carries: [],
  shares: {},
  sameAs: {},
  documentNo: '',
  documentDate: '',
  documentPlace: '',
};

export interface Holder {
  readonly partyId: string;
  readonly name: string;
}

/** Everybody who holds one of the parcels, once. */
export function holdersOf(rights: readonly ParcelRights[]): Holder[] {
  const found = new Map<string, Holder>();
  for (const { partyId, holder } of rights.flatMap((one) => one.rights)) found.set(partyId, { partyId, name: holder });
  return [...found.values()];
}

export interface Burden {
  readonly id: string;
  readonly kind: 'mortgage' | 'caveat' | 'lease' | 'restriction';
  readonly documentNo: string;
  readonly documentDate: string;
  readonly name: string | null;
}

/** Everything that burdens one of the parcels, once. */
export function burdensOf(rights: readonly ParcelRights[]): Burden[] {
  const found = new Map<string, Burden>();
  for (const { mortgages, caveats, leases, restrictions } of rights) {
    for (const { mortgageId: id, mortgagee: name, documentNo, documentDate } of mortgages)
      found.set(id, { id, kind: 'mortgage', name, documentNo, documentDate });
    for (const { leaseId: id, lessee: name, documentNo, documentDate } of leases)
      found.set(id, { id, kind: 'lease', name, documentNo, documentDate });
    for (const { restrictionId: id, documentNo, documentDate } of restrictions)
      found.set(id, { id, kind: 'restriction', name: null, documentNo, documentDate });
    for (const { caveatId: id, documentNo, documentDate } of caveats)
      found.set(id, { id, kind: 'caveat', name: null, documentNo, documentDate });
  }
  return [...found.values()];
}

const SHARE = /^[1-9][0-9]{0,8}(\/[1-9][0-9]{0,8})?$/;
const clean = (text: string) => text.trim().replaceAll(/\s+/g, ' ');

/** The payload; while an agreement is only begun it is left out, and the server says that holders differ. */
export function sayMerge(fields: MergeFields, holders: readonly Holder[], burdens: readonly Burden[]): MergePayload {
  const area = readArea(fields.legalAreaM2);
  const [number, reason] = [clean(fields.number), clean(fields.reason)];
  const carries = burdens.map(({ id }) => id).filter((id) => fields.carries.includes(id));
  const agreement = sayAgreement(fields, holders);
  return {
    ...(number === '' ? {} : { number }),
    ...(area === null ? {} : { legalAreaM2: area }),
    ...(carries.length === 0 ? {} : { carries }),
    ...(agreement ? { agreement } : {}),
    ...(reason === '' ? {} : { reason }),
  };
}

function sayAgreement(fields: MergeFields, holders: readonly Holder[]): MergePayload['agreement'] | undefined {
  const [no, place] = [clean(fields.documentNo), clean(fields.documentPlace)];
  const date = fields.documentDate;
  const isAlso = ({ partyId }: Holder) => holders.some((other) => other.partyId === fields.sameAs[partyId]);
  const main = holders.filter((holder) => !isAlso(holder));
  const said = main.map(({ partyId }) => {
    const also = holders.filter((other) => fields.sameAs[other.partyId] === partyId).map((other) => other.partyId);
    const share = clean(fields.shares[partyId] ?? '') || (main.length === 1 && also.length > 0 ? '1' : '');
    return { partyId, share, ...(also.length === 0 ? {} : { also }) };
  });
  const whole = said.length > 0 && said.every(({ share }) => SHARE.test(share));
  if (!whole || no === '' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  return { holders: said, document: { no, date, ...(place === '' ? {} : { place }) } };
}
