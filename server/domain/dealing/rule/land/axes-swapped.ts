import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  /** Whether any of the coordinates lies by the parcel as it was sent, and with the axes exchanged; null where none were sent. */
  readonly near: { readonly asSent: boolean; readonly exchanged: boolean } | null;
}

/** What is drawn lies by the parcel, and not only with X and Y exchanged. It is told and never exchanged by itself. */
export const axesSwapped = rule({
  code: 'land.axes_swapped',
  severity: 'error',
  vi: 'Toạ độ nằm xa thửa, nhưng khi đổi chỗ X và Y thì nằm đúng chỗ. Thứ tự phải là [đông, bắc] (Y trước, X sau).',
  en: 'The coordinates are far from the parcel, but by it with X and Y exchanged. Their order is [east, north].',
  check: ({ near }: Asked) => (near === null ? null : !near.asSent && near.exchanged ? [{}] : []),
});

export const fixtures: Fixtures<Asked> = {
  passes: { near: { asSent: true, exchanged: false } },
  fails: { near: { asSent: false, exchanged: true } },
  notApplicable: { near: null },
};
