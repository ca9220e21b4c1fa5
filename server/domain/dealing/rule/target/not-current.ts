import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly about: { readonly parcelId: string; readonly sheet: string; readonly no: string };
  /** Null where there is no such land. */
  readonly status: 'pending' | 'current' | 'historic' | null;
}

/** What is dealt with is in the register now. */
export const notCurrent = rule({
  code: 'target.not_current',
  severity: 'error',
  vi: 'Thửa[ {no}] không còn là thửa hiện tại trong sổ. Hãy mở thửa kế tiếp của nó.',
  en: 'Parcel[ {no}] is no longer current. Open the parcel that came out of it.',
  check: ({ about, status }: Asked) => (status === null ? null : status === 'current' ? [] : [{ ...about, status }]),
});

export const fixtures: Fixtures<Asked> = {
  passes: { about: { parcelId: 'p', sheet: '7', no: '12' }, status: 'current' },
  fails: { about: { parcelId: 'p', sheet: '7', no: '12' }, status: 'historic' },
  notApplicable: { about: { parcelId: 'p', sheet: '7', no: '12' }, status: null },
};
