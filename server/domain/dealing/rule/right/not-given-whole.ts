import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly parcelId: string;
  readonly no: string;
  /** Null where the holders hold by shares. */
  readonly joint: { readonly holders: number; readonly allGive: boolean } | null;
}

/** Holders who hold together without shares, as legacy records say it, all give it, whole. */
export const notGivenWhole = rule({
  code: 'share.not_given_whole',
  severity: 'error',
  law: 'Civil Code 2015 Art. 210: what is held in common without shares is disposed of by all',
  vi: 'Các chủ sử dụng chung chưa chia phần, nên phải cùng chuyển toàn bộ.',
  en: 'The holders hold it together without shares, so all of them give it, whole.',
  check: ({ parcelId, no, joint }: Asked) =>
    joint === null ? null : joint.allGive ? [] : [{ parcelId, no, holders: joint.holders }],
});

export const fixtures: Fixtures<Asked> = {
  passes: { parcelId: 'p', no: '12', joint: { holders: 2, allGive: true } },
  fails: { parcelId: 'p', no: '12', joint: { holders: 2, allGive: false } },
  notApplicable: { parcelId: 'p', no: '12', joint: null },
};
