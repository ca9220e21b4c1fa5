/** The store of numbered blanks: what there is, every move of it, and the noting of a move. */
import Type, { type Static } from 'typebox';
import {
  BLANK_MOVES,
  BLANK_STATUSES,
  type BlankMoveKind,
  type BlankStatus,
  MOVED_AT_ONCE,
  NOTED_MOVES,
  type NotedMove,
  STOCK_KEEPERS,
} from '../../certificate/blank.ts';
import { BLANK_SERIAL } from '../../dealing/payload/certificates.ts';
import { closed, DocumentReference, Text } from '../../dealing/payload/parts.ts';
import { STAFF_ROLES } from '../../role.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { Instant, nullable } from '../fields.ts';

const Count = Type.Integer({ minimum: 0 });
const Status = choice<BlankStatus>(BLANK_STATUSES);

export const BlankStock = Type.Object({
  balance: Type.Object(
    { received: Count, given: Count, used: Count, spoiled: Count, lost: Count },
    { description: 'How many are in the store, given out, used, spoiled and lost' },
  ),
  total: Type.Integer({ description: 'All that were ever received: the sum of the balance' }),
  runs: Type.Array(
    Type.Object({
      firstSerial: Type.String(),
      lastSerial: Type.String(),
      quantity: Count,
      status: Status,
      givenTo: nullable(Type.String()),
    }),
  ),
  more: Type.Boolean({ description: 'Whether there are more runs than are told' }),
});
export type BlankStock = Static<typeof BlankStock>;

export const BlankMoveReply = Type.Object({
  moveNo: Type.Integer(),
  kind: choice<BlankMoveKind>(BLANK_MOVES),
  firstSerial: Type.String(),
  lastSerial: Type.String(),
  quantity: Count,
  givenTo: nullable(Type.String()),
  reason: nullable(Type.String()),
  document: nullable(DocumentReference),
  dealingId: nullable(Type.String({ format: 'uuid' })),
  movedBy: Type.String(),
  movedAt: Instant,
});
export const BlankLedger = Type.Object({ items: Type.Array(BlankMoveReply) });
export type BlankLedger = Static<typeof BlankLedger>;

const MoveBlanks = Type.Object(
  {
    kind: choice<NotedMove>(NOTED_MOVES),
    firstSerial: Type.String({ pattern: BLANK_SERIAL }),
    quantity: Type.Integer({ minimum: 1, maximum: MOVED_AT_ONCE, description: 'Serials from the first one on' }),
    givenTo: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        pattern: '^[A-Za-z0-9._@-]+$',
        description: 'Sign-in name of who gets them',
      }),
    ),
    reason: Type.Optional(Text(300)),
    document: Type.Optional(DocumentReference),
  },
  closed,
);
export type MoveBlanks = Static<typeof MoveBlanks>;

const read = { tag: 'papers', right: { roles: STAFF_ROLES, scope: 'commune' }, maxAge: null } as const;

export const getBlankStock = defineContract({
  ...read,
  id: 'getBlankStock',
  path: '/api/blanks',
  summary: 'Numbered blanks: how many of each status, and which serials',
  query: Type.Object({ status: Type.Optional(Status) }, closed),
  reply: BlankStock,
  problems: ['service.busy'],
});

export const listBlankMoves = defineContract({
  ...read,
  id: 'listBlankMoves',
  path: '/api/blanks/moves',
  summary: 'The ledger of blanks, the latest 200 moves first; of one serial where one is named',
  query: Type.Object({ serial: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })) }, closed),
  reply: BlankLedger,
  problems: ['service.busy'],
});

export const moveBlanks = defineContract({
  id: 'moveBlanks',
  method: 'POST',
  path: '/api/blanks/moves',
  tag: 'papers',
  right: { roles: STOCK_KEEPERS, scope: 'commune' },
  summary: 'Notes a move of a run of blanks, all of them or none: received, given out, returned, spoiled, lost',
  body: MoveBlanks,
  idempotencyKey: true,
  status: 201,
  reply: BlankMoveReply,
  problems: [
    'blank.serial_unfit',
    'blank.holder_missing',
    'blank.document_missing',
    'blank.reason_missing',
    'blank.serial_taken',
    'blank.move_refused',
    'idempotency.key_reused',
    'service.busy',
  ],
  maxAge: null,
});
