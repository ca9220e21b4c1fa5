/** Queues of work: every batch is in exactly one, but for one's own proposals, which others decide on. */
export const BATCH_QUEUES = [
  'decide',
  'put_right',
  'propose',
  'waiting',
  'running',
  'refused',
  'registered',
  'closed',
] as const;
export type BatchQueue = (typeof BATCH_QUEUES)[number];
