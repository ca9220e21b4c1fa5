import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly about: { readonly parcelId: string; readonly sheet: string; readonly no: string };
  readonly needsHolder: boolean;
  readonly holders: number;
}

/** What is done to somebody’s right needs somebody who holds it. */
export const noHolder = rule({
  code: 'parcel.no_right',
  severity: 'error',
  vi: 'Sổ chưa ghi quyền sử dụng nào cho thửa[ {no}].',
  en: 'The register holds no right of use on parcel[ {no}].',
  check: ({ about, needsHolder, holders }: Asked) => (needsHolder ? (holders === 0 ? [about] : []) : null),
});

export const fixtures: Fixtures<Asked> = {
  passes: { about: { parcelId: 'p', sheet: '7', no: '12' }, needsHolder: true, holders: 1 },
  fails: { about: { parcelId: 'p', sheet: '7', no: '12' }, needsHolder: true, holders: 0 },
  notApplicable: { about: { parcelId: 'p', sheet: '7', no: '12' }, needsHolder: false, holders: 0 },
};
