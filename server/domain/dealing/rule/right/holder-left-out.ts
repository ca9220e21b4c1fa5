import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly held: readonly string[];
  /** Null where there is no agreement. */
  readonly named: readonly string[] | null;
}

/** An agreement on a merger names everybody who holds a part. */
export const holderLeftOut = rule({
  code: 'merge.holder_left_out',
  severity: 'error',
  vi: 'Thoả thuận chưa nêu phần của mọi người đang có quyền[ (thiếu {holders})]. Không ai bị mất quyền khi hợp thửa.',
  en: 'The agreement leaves out people who hold a part[ ({holders})]. Nobody loses a right by a merger.',
  check: ({ held, named }: Asked) => {
    if (named === null) return null;
    const holders = new Set(held.filter((party) => !named.includes(party))).size;
    return holders > 0 ? [{ holders }] : [];
  },
});

export const fixtures: Fixtures<Asked> = {
  passes: { held: ['a', 'b', 'a'], named: ['a', 'b'] },
  fails: { held: ['a', 'b'], named: ['a'] },
  notApplicable: { held: ['a', 'b'], named: null },
};
