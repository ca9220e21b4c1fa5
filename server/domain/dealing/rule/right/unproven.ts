import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly parcelId: string;
  readonly no: string;
  /** How many unproven rights the dealing rests on. */
  readonly rights: number;
  readonly hasProof: boolean;
}

/** A right that only repeats a legacy record carries a dealing together with the paper that proves it, and not without. */
export const unproven = rule({
  code: 'right.unproven',
  severity: 'error',
  vi: 'Hồ sơ dựa trên[ {rights}] quyền mới chỉ chép từ dữ liệu cũ trên thửa[ {no}]. Hãy nêu giấy tờ chứng minh quyền, ví dụ giấy chứng nhận.',
  en: 'The dealing rests on[ {rights}] rights on parcel[ {no}] that only repeat a legacy record. Name the paper that proves them, such as the certificate.',
  check: ({ parcelId, no, rights, hasProof }: Asked) =>
    rights === 0 ? null : hasProof ? [] : [{ parcelId, no, rights }],
});

export const fixtures: Fixtures<Asked> = {
  passes: { parcelId: 'p', no: '12', rights: 1, hasProof: true },
  fails: { parcelId: 'p', no: '12', rights: 1, hasProof: false },
  notApplicable: { parcelId: 'p', no: '12', rights: 0, hasProof: false },
};
