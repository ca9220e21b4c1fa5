/** What is typed to note a move of blanks, and the move that it says. Pure. */
import { type NotedMove, readBlankSerial } from '../../../server/domain/certificate/blank.ts';
import type { MoveBlanks } from '../../api/paper/certificates.ts';
import { clean, DAY } from '../dealing/form/said.ts';

export interface MoveFields {
  readonly kind: NotedMove;
  readonly first: string;
  readonly last: string;
  readonly givenTo: string;
  readonly reason: string;
  readonly documentNo: string;
  readonly documentDate: string;
}

export const START: MoveFields = {
  kind: 'received',
  first: '',
  last: '',
  givenTo: '',
  reason: '',
  documentNo: '',
  documentDate: '',
};

export type MoveFault = 'serials' | 'givenTo' | 'document' | 'reason';

/** How many serials a run has; null where first and last are no run. */
export function quantityOf({ first, last }: Pick<MoveFields, 'first' | 'last'>): number | null {
  const from = readBlankSerial(first);
  const to = clean(last) === '' ? from : readBlankSerial(last);
  if (from === null || to === null || from.slice(0, 2) !== to.slice(0, 2)) return null;
  const quantity = Number(to.slice(3)) - Number(from.slice(3)) + 1;
  return quantity > 0 && quantity <= 10_000 ? quantity : null;
}

export function sayMove(fields: MoveFields): { readonly move: MoveBlanks } | { readonly faults: readonly MoveFault[] } {
  const { kind } = fields;
  const quantity = quantityOf(fields);
  const [givenTo, reason, no] = [clean(fields.givenTo), clean(fields.reason), clean(fields.documentNo)];
  const faults: MoveFault[] = [
    ...(quantity === null ? (['serials'] as const) : []),
    ...(kind === 'given' && !/^[A-Za-z0-9._@-]{1,100}$/.test(givenTo) ? (['givenTo'] as const) : []),
    ...((kind === 'spoiled' || kind === 'lost') && reason === '' ? (['reason'] as const) : []),
    ...((kind === 'received' || no !== '') && (no === '' || !DAY.test(fields.documentDate))
      ? (['document'] as const)
      : []),
  ];
  if (faults.length > 0 || quantity === null) return { faults };
  return {
    move: {
      kind,
      firstSerial: readBlankSerial(fields.first) ?? '',
      quantity,
      ...(kind === 'given' ? { givenTo } : {}),
      ...(reason === '' ? {} : { reason }),
      ...(no === '' ? {} : { document: { no, date: fields.documentDate } }),
    },
  };
}
