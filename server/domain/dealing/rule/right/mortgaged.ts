import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly parcelId: string;
  readonly no: string;
  readonly kind: string;
  /** What a mortgage does to a dealing of this kind; null where it does nothing. */
  readonly does: 'stops' | 'told' | null;
  readonly mortgages: readonly { readonly mortgageId: string; readonly documentNo: string }[];
}

/** A mortgage stops what would take its ground from the mortgagee; at any other dealing it goes on, and who decides is told. */
export const mortgaged = rule({
  code: 'right.mortgaged',
  severity: 'error',
  law: 'Civil Code 2015 Art. 320: the mortgagor does not dispose of what is mortgaged',
  vi: 'Quyền trên thửa[ {no}] đang được thế chấp[ theo hợp đồng {documentNo}]. Chuyển quyền cần xoá thế chấp trước; ở việc khác, thế chấp tiếp tục trên những gì hình thành từ thửa.',
  en: 'A right on parcel[ {no}] is mortgaged[ by contract {documentNo}]. A transfer needs its release first; at any other dealing it goes on on what comes of the parcel.',
  check: ({ parcelId, no, kind, does, mortgages }: Asked) =>
    does === null
      ? null
      : mortgages.map(({ mortgageId, documentNo }) => ({ parcelId, no, mortgageId, documentNo, kind })),
});

export const fixtures: Fixtures<Asked> = {
  passes: { parcelId: 'p', no: '12', kind: 'transfer', does: 'stops', mortgages: [] },
  fails: {
    parcelId: 'p',
    no: '12',
    kind: 'transfer',
    does: 'stops',
    mortgages: [{ mortgageId: 'm', documentNo: 'TC-1' }],
  },
  notApplicable: {
    parcelId: 'p',
    no: '12',
    kind: 'caveat_placement',
    does: null,
    mortgages: [{ mortgageId: 'm', documentNo: 'TC-1' }],
  },
};
