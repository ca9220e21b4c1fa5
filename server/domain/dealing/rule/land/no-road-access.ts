import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  /** Lengths along parcels of roads and along ground of no parcel, m, part by part. */
  readonly pieces: readonly { readonly piece: number; readonly roadM: number; readonly openM: number }[];
}

/** Each part keeps its way out: it meets a road, or ground that no sheet numbers (as roads, lanes and canals often are). Whether a way over another part was agreed is not in the register, so who decides is told and nothing is stopped. */
export const noRoadAccess = rule({
  code: 'split.no_road_access',
  severity: 'warning',
  law: 'Land Law 2024 Art. 220: parts keep a way to the public road',
  vi: 'Phần[ {piece}] bị các thửa khác vây kín, không giáp đường. Hãy kiểm tra lối đi (Điều 220 Luật Đất đai): lối đi qua phần khác, hoặc quyền đi qua thửa liền kề.',
  en: 'Part[ {piece}] is shut in by other parcels and meets no road. Check its way out (Land Law Art. 220): over another part, or by a right of way over a neighbour.',
  check: ({ pieces }: Asked) =>
    // Land that had no way out before loses none by being cut.
    pieces.every(({ roadM, openM }) => roadM + openM === 0)
      ? null
      : pieces.filter(({ roadM, openM }) => roadM + openM === 0).map(({ piece }) => ({ piece })),
});

export const fixtures: Fixtures<Asked> = {
  passes: {
    pieces: [
      { piece: 1, roadM: 6, openM: 0 },
      { piece: 2, roadM: 0, openM: 11 },
    ],
  },
  fails: {
    pieces: [
      { piece: 1, roadM: 6, openM: 0 },
      { piece: 2, roadM: 0, openM: 0 },
    ],
  },
  notApplicable: {
    pieces: [
      { piece: 1, roadM: 0, openM: 0 },
      { piece: 2, roadM: 0, openM: 0 },
    ],
  },
};
