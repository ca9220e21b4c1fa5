import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  /** Whether any of the coordinates lies by the parcel as it was sent, and systems in which it would; null where none were sent. */
  readonly near: { readonly asSent: boolean; readonly systems: readonly number[] } | null;
}

/** What is drawn lies by the parcel in the system it is said to be in, and not only in that of another zone. */
export const otherZone = rule({
  code: 'land.other_zone',
  severity: 'error',
  vi: 'Toạ độ nằm xa thửa, nhưng đúng chỗ nếu ở hệ[ EPSG:{srid}]. Hãy chuyển toạ độ về hệ của tờ bản đồ.',
  en: 'The coordinates are far from the parcel, but by it if they are in[ EPSG:{srid}]. Convert them to the sheet’s own system.',
  check: ({ near }: Asked) =>
    near === null ? null : near.asSent ? [] : near.systems.slice(0, 1).map((srid) => ({ srid })),
});

export const fixtures: Fixtures<Asked> = {
  passes: { near: { asSent: true, systems: [] } },
  fails: { near: { asSent: false, systems: [9209] } },
  notApplicable: { near: null },
};
