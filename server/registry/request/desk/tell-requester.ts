import type { Trx } from '../../../db/kit/transaction.ts';
import { insertMessage } from '../../../db/request/request-steps.ts';
import { readRequestContent } from '../../../db/request/requests.ts';
import type { MessageKind } from '../../../domain/request/outgoing-message.ts';
import type { RequestCipher } from '../request-cipher.ts';

/** Writes what the requester is told, in every way that was asked for, with the change it tells of: it waits to be sent. */
export async function tellRequester(
  trx: Trx,
  cipher: RequestCipher,
  requestId: string,
  kind: MessageKind,
): Promise<void> {
  const { requester, language } = cipher.openContent(await readRequestContent(trx, requestId));
  const ways = [
    { channel: 'mail', address: requester.email },
    { channel: 'phone', address: requester.phone },
  ] as const;
  for (const { channel, address } of ways) {
    if (address === undefined) continue;
    await insertMessage(trx, { requestId, kind, channel, address: cipher.seal(address), language });
  }
}
