/** Whether paper books registered a dealing before, as it is typed and as it is sent. Pure. */
import { isCertificateKind } from '../../../../server/domain/dealing/certificate-kinds.ts';
import type { ParcelDealingKind } from '../../../../server/domain/dealing/dealing-kind.ts';
import type { LateEntry } from '../../../../server/domain/dealing/payload/late-entry.ts';
import type { Missing } from './deal-form.ts';
import { clean, DAY } from './said.ts';

export interface EntryTyped {
  /** Whether it is entered from paper books at all. */
  readonly late: boolean;
  readonly on: string;
  readonly book: string;
  readonly page: string;
}
export const NOT_LATE: EntryTyped = { late: false, on: '', book: '', page: '' };

/** Certificates are of the day on which they are printed; what follows in a file is of the day of the first. */
export const canBeLate = (kind: ParcelDealingKind, after: string | null): boolean =>
  after === null && !isCertificateKind(kind);

export interface SaidEntry {
  /** Undefined where it is registered from its approval on, or while something is missing. */
  readonly entered: LateEntry | undefined;
  readonly missing: readonly Missing[];
}

export function sayEntry({ late, on, book, page }: EntryTyped): SaidEntry {
  if (!late) return { entered: undefined, missing: [] };
  const [named, at] = [clean(book), clean(page)];
  const missing: Missing[] = [
    ...(DAY.test(on) ? [] : (['form.bookDay'] as const)),
    ...(named === '' ? (['form.book'] as const) : []),
    ...(at === '' ? (['form.bookPage'] as const) : []),
  ];
  return { missing, entered: missing.length > 0 ? undefined : { on, book: `${named}, trang ${at}` } };
}
