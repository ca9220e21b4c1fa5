/** The officers' desk: one page, whatever the address under it; its script shows the screen. */
import Type from 'typebox';
import { BATCH_READERS } from '../batch/batch-step.ts';
import { defineContract } from './contract.ts';

const common = {
  tag: 'pages',
  right: { roles: BATCH_READERS },
  reply: Type.String({ description: 'HTML' }),
  media: 'text/html',
  otherReplies: { 303: { description: 'Not signed in: to the sign-in, and back here afterwards' } },
  maxAge: null,
} as const;
/** What the address of a screen may say; the script reads it. */
const query = Type.Object({}, { additionalProperties: true });

export const getDesk = defineContract({
  ...common,
  id: 'getDesk',
  path: '/desk',
  summary: 'The officers’ desk',
  query,
});

export const getDeskScreen = defineContract({
  ...common,
  id: 'getDeskScreen',
  path: '/desk/*',
  summary: 'A screen of the officers’ desk',
  params: Type.Object({ '*': Type.String({ maxLength: 200 }) }),
  query,
});
