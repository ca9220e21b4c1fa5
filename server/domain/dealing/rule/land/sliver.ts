import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly piece: number;
  readonly widthM: number;
  /** How far apart sheets may meet, m; null where none is in force. */
  readonly leastM: number | null;
}

/** A part that is nowhere wider than sheets meet inexactly is a slip of the hand and no land. */
export const sliver = rule({
  code: 'split.sliver',
  severity: 'error',
  threshold: 'reference.setting overlap_width_m',
  vi: 'Phần[ {piece}] chỉ là một vệt rộng[ {widthM} m]. Hãy bắt đường cắt vào đúng đỉnh hoặc cạnh.',
  en: 'Part[ {piece}] is a sliver[ of {widthM} m]. Let the line catch the corner or the edge that was meant.',
  check: ({ piece, widthM, leastM }: Asked) =>
    leastM === null ? null : widthM <= leastM ? [{ piece, widthM, leastM }] : [],
});

export const fixtures: Fixtures<Asked> = {
  passes: { piece: 1, widthM: 0.5, leastM: 0.02 },
  fails: { piece: 1, widthM: 0.002, leastM: 0.02 },
  notApplicable: { piece: 1, widthM: 0.002, leastM: null },
  limit: {
    kept: { piece: 1, widthM: 0.021, leastM: 0.02 },
    broken: { piece: 1, widthM: 0.02, leastM: 0.02 },
  },
};
