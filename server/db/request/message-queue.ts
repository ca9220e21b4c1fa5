/** Messages to requesters on their way: taken by one worker at a time, ended with what became of them. */
import type { MessageChannel, MessageKind } from '../../domain/request/outgoing-message.ts';
import type { Language } from '../../domain/words/language.ts';
import type { Trx } from '../kit/transaction.ts';

export interface TakenMessage {
  readonly messageId: string;
  readonly requestId: string;
  readonly reference: string;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  /** Sealed. */
  readonly address: Buffer;
  readonly language: Language;
  /** This one counted. */
  readonly attempts: number;
}

/** Takes the next message whose time has come, of channels that can be served; undefined: none. */
export async function takeMessage(trx: Trx, channels: readonly MessageChannel[]): Promise<TakenMessage | undefined> {
  const { rows } = await trx.query<TakenMessage>(
    `update dealing.message m set state = 'sending', attempts = m.attempts + 1, taken_at = clock_timestamp()
     from dealing.request r
     where r.request_id = m.request_id and m.message_id = (
       select message_id from dealing.message
       where state = 'waiting' and next_at <= clock_timestamp() and channel = any($1)
       order by next_at, created_at limit 1 for update skip locked)
     returning m.message_id as "messageId", m.request_id as "requestId", r.reference, m.kind, m.channel, m.address, m.language, m.attempts`,
    [channels],
  );
  return rows[0];
}

export async function endMessage(
  trx: Trx,
  messageId: string,
  state: 'sent' | 'unsure' | 'failed',
  error: string | null,
): Promise<void> {
  await trx.query(
    `update dealing.message set state = $2, ended_at = clock_timestamp(), error = $3 where message_id = $1 and state = 'sending'`,
    [messageId, state, error],
  );
}

/** Lets it wait for another try. */
export async function putOffMessage(trx: Trx, messageId: string, seconds: number, error: string): Promise<void> {
  await trx.query(
    `update dealing.message set state = 'waiting', next_at = clock_timestamp() + make_interval(secs => $2), error = $3
     where message_id = $1 and state = 'sending'`,
    [messageId, seconds, error],
  );
}

export interface LostMessage {
  readonly messageId: string;
  readonly requestId: string;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
}

/** Those whose worker was lost while it sent: whether they went out nobody knows. */
export async function endLostMessages(trx: Trx, afterSeconds: number): Promise<LostMessage[]> {
  const { rows } = await trx.query<LostMessage>(
    `update dealing.message set state = 'unsure', ended_at = clock_timestamp(), error = 'worker_lost'
     where state = 'sending' and taken_at < clock_timestamp() - make_interval(secs => $1)
     returning message_id as "messageId", request_id as "requestId", kind, channel`,
    [afterSeconds],
  );
  return rows;
}
