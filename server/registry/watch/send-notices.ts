/** Telling who watches: each change at least once by call, under one id, and at most once by mail; only what is public. */
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { inTransaction, type Scope, type Trx } from '../../db/kit/transaction.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import {
  bundleNext,
  endDelivery,
  freeLost,
  listNoted,
  putOffDelivery,
  sweepTold,
  type TakenDelivery,
  takeDelivery,
} from '../../db/watch/deliveries.ts';
import { WATCH_WORKER } from '../../db/watch/watches.ts';
import type { SendMessage, SendOutcome } from '../../domain/request/outgoing-message.ts';
import {
  type DeliveryChannel,
  foldChanges,
  HOOK_WAITS_S,
  MOST_CHANGES,
  type ToldChange,
} from '../../domain/watch/watch.ts';
import { composeChanges, composeConfirmation } from '../../domain/watch/watch-message.ts';
import type { WatchCipher } from './watch-cipher.ts';

const WORKER: Scope = { id: WATCH_WORKER, communes: [] };
/** A call or a mail is over within a minute; whoever is silent for this long was killed. */
const LOST_AFTER_S = 300;
const KEPT_DAYS = 90;

export type PostSigned = (url: string, body: string, headers: Readonly<Record<string, string>>) => Promise<SendOutcome>;

export interface NoticeTools {
  readonly pool: pg.Pool;
  readonly portal: pg.Pool;
  readonly cipher: WatchCipher;
  readonly publicUrl: string;
  readonly mail?: SendMessage | undefined;
  readonly post: PostSigned;
}

const act = <T>(pool: pg.Pool, work: (trx: Trx) => Promise<T>): Promise<T> => inTransaction(pool, WORKER, work);

/** Makes messages of what changed, frees those of lost workers, forgets old ones. */
export async function bundleNotices(pool: pg.Pool): Promise<void> {
  await act(pool, (trx) => freeLost(trx, LOST_AFTER_S));
  while (await act(pool, bundleNext));
  await act(pool, (trx) => sweepTold(trx, KEPT_DAYS));
}

/** Sends one message that waits; false where none does. */
export async function sendNextNotice(tools: NoticeTools): Promise<boolean> {
  const { pool, portal } = tools;
  const channels: DeliveryChannel[] = tools.mail ? ['mail', 'hook'] : ['hook'];
  const taken = await act(pool, async (trx) => {
    const found = await takeDelivery(trx, channels);
    return (
      found && {
        ...found,
        noted: found.bundleId === null ? [] : await listNoted(trx, found.bundleId, 2 * MOST_CHANGES + 1),
      }
    );
  });
  if (!taken) return false;
  const policy = await readChannelPolicy(portal, 'lookup');
  const changes = foldChanges(taken.noted, policy.allows('registeredAt') && policy.allows('endedAt'));
  const outcome: SendOutcome =
    taken.kind === 'changes' && !policy.isOpen
      ? { kind: 'never', error: 'publication_closed' }
      : taken.channel === 'mail'
        ? await sendMail(tools, taken, changes)
        : await call(tools, taken, changes);
  await act(pool, (trx) => keepOutcome(trx, taken, outcome));
  return true;
}

function sendMail(
  { cipher, mail, publicUrl }: NoticeTools,
  taken: TakenDelivery,
  changes: ToldChange[],
): Promise<SendOutcome> {
  const { deliveryId, watchId, kind, language } = taken;
  const words =
    kind === 'confirm'
      ? composeConfirmation(cipher.codeOf(watchId), language, publicUrl)
      : composeChanges(changes, language, publicUrl);
  return mail!({ id: deliveryId, to: cipher.open(taken.mail!), language, ...words });
}

/** `t=<seconds since 1970>,v1=<hex>`: HMAC-SHA256 of `<t>.<body>` with the secret of the watch. */
const sign = (secret: string, body: string, seconds: number): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

function call(
  { cipher, post, publicUrl }: NoticeTools,
  taken: TakenDelivery,
  changes: ToldChange[],
): Promise<SendOutcome> {
  const { deliveryId, watchId } = taken;
  const told = changes.slice(0, MOST_CHANGES);
  const body = JSON.stringify({
    deliveryId,
    watchId,
    more: changes.length > told.length,
    changes: told.map((one) => ({ ...one, href: `${publicUrl}/api/portal/parcels/${one.parcelId}` })),
  });
  return post(cipher.open(taken.hook!), body, {
    'content-type': 'application/json',
    'user-agent': 'diaba-watch/1',
    'idempotency-key': deliveryId,
    'diaba-signature': sign(cipher.secretOf(watchId), body, Math.floor(Date.now() / 1000)),
  });
}

/** A call is tried again until it is acknowledged or given up; a mail only when it was certainly not taken. */
async function keepOutcome(trx: Trx, taken: TakenDelivery, outcome: SendOutcome): Promise<void> {
  if (outcome.kind === 'sent') return endDelivery(trx, taken, 'sent', null);
  const wait = HOOK_WAITS_S[taken.attempts - 1];
  if (outcome.kind === 'later' && wait !== undefined) return putOffDelivery(trx, taken, wait, outcome.error);
  return endDelivery(trx, taken, outcome.kind === 'unsure' ? 'unsure' : 'failed', outcome.error);
}
