/** Doors for those who run the service. */
import Type, { type Static } from 'typebox';
import { defineContract } from '../contract.ts';

export const getLiveness = defineContract({
  id: 'getLiveness',
  path: '/health/live',
  tag: 'operations',
  summary: 'The process runs',
  reply: Type.Object({ status: Type.Literal('ok') }),
  maxAge: null,
});

export const ReadinessCheck = Type.Object({
  name: Type.String(),
  ok: Type.Boolean(),
  detail: Type.Optional(Type.String({ description: 'What is wrong, without addresses or credentials' })),
});
export const Readiness = Type.Object({
  status: Type.Unsafe<'ready' | 'not_ready'>({ type: 'string', enum: ['ready', 'not_ready'] }),
  checks: Type.Array(ReadinessCheck),
});
export type Readiness = Static<typeof Readiness>;

export const getReadiness = defineContract({
  id: 'getReadiness',
  path: '/health/ready',
  tag: 'operations',
  summary: 'The service can serve: database reachable by every role, schema up to date, coordinate systems present',
  reply: Readiness,
  otherReplies: { 503: { description: 'Not ready; the checks say why', sameBody: true } },
  maxAge: null,
});

export const getMetrics = defineContract({
  id: 'getMetrics',
  path: '/metrics',
  tag: 'operations',
  summary:
    'Counters in Prometheus text form. Absent (404) but from the machine itself, or where METRICS_PORT serves it',
  reply: Type.String(),
  media: 'text/plain',
  maxAge: null,
});
