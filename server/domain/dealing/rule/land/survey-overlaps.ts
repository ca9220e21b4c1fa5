import { type Fixtures, rule } from '../rule.ts';
import { round2 } from './round2.ts';

interface Asked {
  /** What it shares with each other current parcel beyond the tolerance; null where the survey is of no form. */
  readonly overlapped:
    | readonly {
        readonly no: string;
        readonly sheet: string;
        readonly areaM2: number;
        readonly widthM: number | null;
      }[]
    | null;
}

/** A surveyed boundary takes no ground of another parcel: less than sheets meet inexactly is no overlap. */
export const surveyOverlaps = rule({
  code: 'resurvey.overlaps',
  severity: 'error',
  threshold: 'reference.setting overlap_width_m, overlap_area_m2',
  vi: 'Ranh giới đo lại lấn sang thửa[ {no}, tờ {sheet}][ {areaM2} m²][, rộng {widthM} m]. Nếu ranh giới chung thay đổi, hãy lập hồ sơ điều chỉnh ranh giới.',
  en: 'The surveyed boundary reaches into parcel[ {no}, sheet {sheet}][ by {areaM2} m²][, {widthM} m wide]. Where the common boundary moves, adjust the boundary instead.',
  check: ({ overlapped }: Asked) =>
    overlapped?.map(({ no, sheet, areaM2, widthM }) => ({
      no,
      sheet,
      areaM2: round2(areaM2),
      widthM: widthM === null ? null : round2(widthM),
    })) ?? null,
});

export const fixtures: Fixtures<Asked> = {
  passes: { overlapped: [] },
  fails: { overlapped: [{ no: '18', sheet: '7', areaM2: 2.4, widthM: 0.31 }] },
  notApplicable: { overlapped: null },
};
