import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly held: readonly string[];
  /** Null where there is no agreement. */
  readonly named: readonly string[] | null;
}

/** An agreement on a merger names nobody else, and nobody twice. */
export const holderNotOfPart = rule({
  code: 'merge.holder_not_of_part',
  severity: 'error',
  vi: 'Thoả thuận nêu người không có quyền trên các thửa này, hoặc nêu hai lần[ ({holders})]. Người khác nhận quyền bằng hồ sơ chuyển quyền.',
  en: 'The agreement names people who hold none of the parcels, or names one twice[ ({holders})]. Others come in by a transfer.',
  check: ({ held, named }: Asked) => {
    if (named === null) return null;
    const holders = named.filter((party, at) => !held.includes(party) || named.indexOf(party) !== at).length;
    return holders > 0 ? [{ holders }] : [];
  },
});

export const fixtures: Fixtures<Asked> = {
  passes: { held: ['a', 'b'], named: ['b', 'a'] },
  fails: { held: ['a', 'b'], named: ['a', 'b', 'b'] },
  notApplicable: { held: ['a'], named: null },
};
