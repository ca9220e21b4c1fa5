import { type Share, shareText, subtractShare } from '../../share.ts';
import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly parcelId: string;
  readonly no: string;
  readonly given: readonly { readonly rightId: string; readonly share: Share; readonly held: Share }[];
}

/** Nobody gives more than she holds. */
export const moreThanHeld = rule({
  code: 'share.more_than_held',
  severity: 'error',
  vi: 'Phần chuyển đi[ {given}] lớn hơn phần đang có[ {held}].',
  en: 'More is given[ ({given})] than is held[ ({held})].',
  check: ({ parcelId, no, given }: Asked) =>
    given.length === 0
      ? null
      : given
          .filter(({ share, held }) => subtractShare(held, share).numerator < 0)
          .map(({ rightId, share, held }) => ({
            parcelId,
            no,
            rightId,
            given: shareText(share),
            held: shareText(held),
          })),
});

export const fixtures: Fixtures<Asked> = {
  passes: {
    parcelId: 'p',
    no: '12',
    given: [{ rightId: 'r', share: { numerator: 1, denominator: 2 }, held: { numerator: 1, denominator: 2 } }],
  },
  fails: {
    parcelId: 'p',
    no: '12',
    given: [{ rightId: 'r', share: { numerator: 2, denominator: 3 }, held: { numerator: 1, denominator: 2 } }],
  },
  notApplicable: { parcelId: 'p', no: '12', given: [] },
};
