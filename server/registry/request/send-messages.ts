/** Telling requesters: what waits is sent, each message at most once. What was certainly not taken is tried again. */
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { inTransaction, type Scope, type Trx } from '../../db/kit/transaction.ts';
import {
  endLostMessages,
  endMessage,
  type LostMessage,
  putOffMessage,
  type TakenMessage,
  takeMessage,
} from '../../db/request/message-queue.ts';
import {
  composeMessage,
  type MessageChannel,
  type SendMessage,
  type SendOutcome,
} from '../../domain/request/outgoing-message.ts';
import type { RequestCipher } from './request-cipher.ts';

export const MESSAGE_WORKER: Scope = { id: 'message-worker', communes: '*' };

/** Seconds before the second, third … attempt; after the last a message is given up. */
export const WAITS_S: readonly number[] = [60, 300, 1_800, 7_200, 21_600];
/** A sender answers within a minute; whoever is silent for this long was killed. */
const LOST_AFTER_S = 600;

export interface MessageTools {
  readonly pool: pg.Pool;
  readonly cipher: RequestCipher;
  /** Address that links begin with. */
  readonly publicUrl: string;
  readonly senders: Readonly<Partial<Record<MessageChannel, SendMessage>>>;
}

/** Sends one message that waits; false where none does. The attempt is written before it is made, so a killed worker repeats nothing. */
export async function sendNextMessage({ pool, cipher, publicUrl, senders }: MessageTools): Promise<boolean> {
  const channels = (Object.keys(senders) as MessageChannel[]).filter((channel) => senders[channel]);
  const taken = await act(pool, (trx) => takeMessage(trx, channels));
  if (!taken) return false;
  const { messageId, kind, channel, language, reference } = taken;
  const words = composeMessage(kind, language, reference, publicUrl);
  const outcome = await senders[channel]!({ id: messageId, to: cipher.open(taken.address), language, ...words });
  await act(pool, (trx) => keepOutcome(trx, taken, outcome));
  return true;
}

async function keepOutcome(trx: Trx, taken: TakenMessage, outcome: SendOutcome): Promise<void> {
  const { messageId, attempts } = taken;
  const wait = WAITS_S[attempts - 1];
  if (outcome.kind === 'later' && wait !== undefined) return putOffMessage(trx, messageId, wait, outcome.error);
  const state = outcome.kind === 'sent' ? 'sent' : outcome.kind === 'unsure' ? 'unsure' : 'failed';
  await endMessage(trx, messageId, state, outcome.kind === 'sent' ? null : outcome.error);
  await note(trx, taken, state);
}

/** Ends those that a killed worker left half-way; how many there were. */
export function endLost(pool: pg.Pool): Promise<number> {
  return act(pool, async (trx) => {
    const lost = await endLostMessages(trx, LOST_AFTER_S);
    for (const message of lost) await note(trx, message, 'unsure');
    return lost.length;
  });
}

const note = (trx: Trx, { requestId, kind, channel }: Omit<LostMessage, 'messageId'>, state: string) =>
  writeAudit(trx, {
    actor: MESSAGE_WORKER.id,
    action: 'request.told',
    subjectKind: 'request',
    subjectId: requestId,
    body: { kind, channel, state },
  });

const act = <T>(pool: pg.Pool, work: (trx: Trx) => Promise<T>): Promise<T> => inTransaction(pool, MESSAGE_WORKER, work);
