import { addShares, parseShare, type Share, sameShare, shareText } from '../../share.ts';
import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly about?: { readonly parcelId: string; readonly no: string };
  /** Shares received, such as "1/3"; none where nobody receives. */
  readonly received: readonly string[];
  readonly given: Share;
}

/** What is received is exactly what is given, in exact fractions: three thirds are one. */
export const shareSum = rule({
  code: 'share.sum_not_one',
  severity: 'error',
  law: 'Civil Code 2015 Art. 209: co-owners hold by shares',
  vi: 'Tổng phần nhận[ {received}] phải đúng bằng tổng phần chuyển[ {given}].',
  en: 'What is received[ ({received})] must be exactly what is given[ ({given})].',
  check: ({ about, received, given }: Asked) => {
    if (received.length === 0) return null;
    const sum = addShares(received.map(parseShare));
    return sameShare(sum, given) ? [] : [{ ...about, received: shareText(sum), given: shareText(given) }];
  },
});

export const fixtures: Fixtures<Asked> = {
  passes: { received: ['1/3', '1/3', '1/3'], given: { numerator: 1, denominator: 1 } },
  fails: { received: ['1/3', '1/3'], given: { numerator: 1, denominator: 1 } },
  notApplicable: { received: [], given: { numerator: 1, denominator: 1 } },
};
