import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly parcelId: string;
  readonly no: string;
  readonly needsTerm: boolean;
  /** Last days of the rights on the parcel; null where none is registered. */
  readonly terms: readonly (string | null)[];
  readonly today: string;
}

/** A right is dealt with within its term; whose term is over is extended first. */
export const termExpired = rule({
  code: 'term.expired',
  severity: 'error',
  law: 'Land Law 2024 Art. 45: a right is dealt with within its term',
  threshold: 'the right’s own last day',
  vi: 'Quyền trên thửa[ {no}] đã hết thời hạn[ ngày {until}]. Cần đăng ký gia hạn trước.',
  en: 'The term of a right on parcel[ {no}] ended[ on {until}]. Register its extension first.',
  check: ({ parcelId, no, needsTerm, terms, today }: Asked) =>
    needsTerm
      ? [...new Set(terms.flatMap((until) => (until !== null && until < today ? [until] : [])))].map((until) => ({
          parcelId,
          no,
          until,
        }))
      : null,
});

export const fixtures: Fixtures<Asked> = {
  passes: { parcelId: 'p', no: '12', needsTerm: true, terms: ['2026-11-30', null], today: '2026-11-30' },
  fails: { parcelId: 'p', no: '12', needsTerm: true, terms: ['2026-11-29', '2026-11-29'], today: '2026-11-30' },
  notApplicable: { parcelId: 'p', no: '12', needsTerm: false, terms: ['2020-01-01'], today: '2026-11-30' },
};
