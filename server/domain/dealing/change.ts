/** What a dealing changes beside land and who holds it, fact by fact: as it is registered now, and as it would be. */
import Type, { type Static } from 'typebox';

export const CHANGED_FACTS = [
  'holder.name',
  'holder.address',
  'holder.identity',
  'purpose.area',
  'purpose.until',
  'right.until',
  'mortgage.mortgagee',
  'mortgage.contract',
  'mortgage.right',
  'lease.lessee',
  'lease.until',
  'restriction',
  'restriction.area',
  'certificate',
] as const;
export type ChangedFact = (typeof CHANGED_FACTS)[number];

/** How a value is written: as it is, as a day, as an area in m², as the word of a kind of restriction, or not at all because it is sealed. */
export const CHANGE_UNITS = ['text', 'day', 'm2', 'restriction', 'sealed'] as const;
export type ChangeUnit = (typeof CHANGE_UNITS)[number];

const text = Type.Unsafe<string | null>({ type: ['string', 'null'] });

export const PlannedChange = Type.Object(
  {
    fact: Type.Unsafe<ChangedFact>({ type: 'string', enum: [...CHANGED_FACTS] }),
    about: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'What it is a fact of where there are several: a code of land use, a holder',
    }),
    unit: Type.Unsafe<ChangeUnit>({ type: 'string', enum: [...CHANGE_UNITS] }),
    before: text,
    after: text,
  },
  { description: 'For staff of the commune only, as it may name persons' },
);
export type PlannedChange = Static<typeof PlannedChange>;

/** The change of one fact; none where it stays as it is. */
export const changeOf = (
  fact: ChangedFact,
  unit: ChangeUnit,
  before: string | null,
  after: string | null,
  about: string | null = null,
): PlannedChange[] => (before === after && unit !== 'sealed' ? [] : [{ fact, about, unit, before, after }]);
