/** How many requests for papers came, were answered and wait: counts, and nobody in them. */
import Type, { type Static } from 'typebox';
import { REQUEST_KINDS, type RequestKind } from '../../request/paper-request.ts';
import { REQUEST_READERS } from '../../request/request-step.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { CommuneCode, Day } from '../fields.ts';

const count = (description: string) => Type.Integer({ minimum: 0, description });
const counts = {
  opened: count('Came in these days'),
  fulfilled: count('Answered with a paper in these days'),
  refused: count('Refused in these days'),
  late: count('Of those decided in these days: after their due day, which stops had moved'),
  open: count('Wait now, whenever they came'),
  overdue: count('Of these: past their due day, their clock not stopped'),
};
export const RequestCounts = Type.Object(counts);
export type RequestCounts = Static<typeof RequestCounts>;

export const RequestStatistics = Type.Object({
  from: Day,
  to: Day,
  items: Type.Array(
    Type.Object({
      commune: Type.Object({ code: Type.String(), name: Type.String() }),
      kind: choice<RequestKind>(REQUEST_KINDS),
      ...counts,
    }),
  ),
  total: RequestCounts,
});
export type RequestStatistics = Static<typeof RequestStatistics>;

export const countRequests = defineContract({
  id: 'countRequests',
  path: '/api/requests/statistics',
  tag: 'papers',
  right: { roles: REQUEST_READERS, scope: 'commune' },
  summary:
    'Requests opened, closed and overdue by commune and kind, of one’s communes; this month where no days are named',
  query: Type.Object(
    { from: Type.Optional(Day), to: Type.Optional(Day), commune: Type.Optional(CommuneCode) },
    { additionalProperties: false },
  ),
  reply: RequestStatistics,
  problems: ['service.busy'],
  maxAge: null,
});
