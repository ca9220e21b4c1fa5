/** What is typed into the form of a dealing, and the dealing that it says. Pure, so that no field is read twice in two ways. */
import type { PartyKind } from '../../../../server/domain/dealing/payload/parts.ts';
import {
  type CaveatEffect,
  TRANSFER_CAUSES,
  type TransferCause,
} from '../../../../server/domain/dealing/payload/rights.ts';
import { addShares, parseShare, shareText } from '../../../../server/domain/dealing/share.ts';
import type { ParcelRights } from '../../../api/parcels.ts';
import type { Missing, SaidDeal } from './deal-form.ts';
import { clean, DAY, documentOf, IDENTITY } from './said.ts';

export type FormKind =
  | 'transfer'
  | 'mortgage_registration'
  | 'mortgage_release'
  | 'caveat_placement'
  | 'caveat_release';
export const FORM_KINDS: readonly FormKind[] = [
  'transfer',
  'mortgage_registration',
  'mortgage_release',
  'caveat_placement',
  'caveat_release',
];

export interface PartyFields {
  readonly kind: PartyKind;
  readonly name: string;
  readonly identity: string;
  readonly address: string;
  /** Share received; of a transfer only. */
  readonly share: string;
}

export interface DealFields {
  readonly cause: TransferCause;
  /** Rights given away or burdened. */
  readonly rightIds: readonly string[];
  /** Parts of rights that are given; what is missing goes whole. */
  readonly shares: Readonly<Record<string, string>>;
  readonly parties: readonly PartyFields[];
  readonly mortgageId: string;
  readonly caveatId: string;
  readonly effects: readonly CaveatEffect[];
  readonly until: string;
  readonly documentNo: string;
  readonly documentDate: string;
  readonly documentPlace: string;
}

const PARTY: PartyFields = { kind: 'person', name: '', identity: '', address: '', share: '' };
export const emptyParty = (): PartyFields => PARTY;

/** What a form begins with: all rights, and the one mortgage or caveat where there is one. */
export function startFields(kind: FormKind, { rights, mortgages, caveats }: ParcelRights): DealFields {
  return {
    cause: TRANSFER_CAUSES[0],
    rightIds: rights.filter((right) => right.kind === 'use').map(({ rightId }) => rightId),
    shares: {},
    parties: [kind === 'mortgage_registration' ? { ...PARTY, kind: 'organisation' } : PARTY],
    mortgageId: mortgages[0]?.mortgageId ?? '',
    caveatId: caveats[0]?.caveatId ?? '',
    effects: kind === 'caveat_placement' ? ['transfer', 'mortgage', 'split'] : [],
    until: '',
    documentNo: '',
    documentDate: '',
    documentPlace: '',
  };
}

const SHARE = /^[1-9][0-9]{0,8}(\/[1-9][0-9]{0,8})?$/;

/** The sum of what is given: what one new holder gets where nothing else is said. Joint holders give the whole. */
export function givenShare(fields: Pick<DealFields, 'rightIds' | 'shares'>, { rights }: ParcelRights): string {
  const given = rights
    .filter(({ rightId }) => fields.rightIds.includes(rightId))
    .map(({ rightId, share }) => clean(fields.shares[rightId] ?? '') || share)
    .filter((share) => SHARE.test(share));
  const sum = addShares(given.map(parseShare));
  return sum.numerator === 0 ? '1' : sum.numerator > sum.denominator ? '1' : shareText(sum);
}

export function partyOf({ kind, name, identity, address }: PartyFields) {
  const [number, place] = [clean(identity).toUpperCase(), clean(address)];
  return {
    kind,
    name: clean(name),
    ...(number === '' ? {} : { identityNumber: number }),
    ...(place === '' ? {} : { address: place }),
  };
}

/** What a form says, ready to be sent; or the fields that are still missing or wrong. */
export function sayDeal(kind: FormKind, fields: DealFields, rights: ParcelRights): SaidDeal {
  const missing: Missing[] = [];
  const need = (ok: boolean, name: Missing) => {
    if (!ok && !missing.includes(name)) missing.push(name);
  };
  const document = documentOf(fields);
  const { no, date } = document;
  const named = kind === 'transfer' ? fields.parties : fields.parties.slice(0, 1);
  let payload: Record<string, unknown>;
  if (kind === 'transfer' || kind === 'mortgage_registration') {
    need(fields.rightIds.length > 0, kind === 'transfer' ? 'form.from' : 'form.rights');
    for (const party of named) {
      need(clean(party.name) !== '', 'form.name');
      need(clean(party.identity) === '' || IDENTITY.test(clean(party.identity).toUpperCase()), 'form.identity');
    }
  }
  switch (kind) {
    case 'transfer': {
      const whole = givenShare(fields, rights);
      const received = (party: PartyFields) => clean(party.share) || (named.length === 1 ? whole : '');
      for (const party of named) need(SHARE.test(received(party)), 'form.share');
      const parts = fields.rightIds.map((id) => clean(fields.shares[id] ?? ''));
      need(
        parts.every((share) => share === '' || SHARE.test(share)),
        'form.from',
      );
      payload = {
        cause: fields.cause,
        from: fields.rightIds.map((rightId, at) => ({ rightId, ...(parts[at] === '' ? {} : { share: parts[at] }) })),
        to: named.map((party) => ({ party: partyOf(party), share: received(party) })),
        document,
      };
      break;
    }
    case 'mortgage_registration':
      payload = { rightIds: fields.rightIds, mortgagee: partyOf(named[0] ?? PARTY), document };
      break;
    case 'mortgage_release':
      need(fields.mortgageId !== '', 'form.mortgage');
      payload = { mortgageId: fields.mortgageId, document };
      break;
    case 'caveat_placement':
      need(fields.effects.length > 0, 'form.effects');
      payload = { effects: fields.effects, document, ...(fields.until === '' ? {} : { until: fields.until }) };
      break;
    case 'caveat_release':
      need(fields.caveatId !== '', 'form.caveat');
      payload = { caveatId: fields.caveatId, document };
      break;
  }
  need(no !== '', 'form.documentNo');
  need(DAY.test(date), 'form.documentDate');
  return { payload: missing.length === 0 ? payload : null, missing };
}
