import { createHmac } from 'node:crypto';
import type { SendMessage } from '../domain/request/outgoing-message.ts';

const ANSWER_MS = 30_000;

/** `t=<seconds since 1970>,v1=<hex>`: HMAC-SHA256 of `<t>.<body>`, so that the hook knows who calls and when. */
export function signBody(secret: string, body: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** Nothing was connected, so nothing was taken. */
const NOT_REACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** A sender over the operator's own HTTP hook for text messages: one JSON object a message. The address is the administrator's. */
export function openHookSender(url: string, secret: string): SendMessage {
  return async ({ id, to, text, language }) => {
    const body = JSON.stringify({ id, to, text: text.trim().replace(/\s*\n\s*/g, ' '), language });
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': id,
      'diaba-signature': signBody(secret, body, Math.floor(Date.now() / 1000)),
    };
    try {
      const signal = AbortSignal.timeout(ANSWER_MS);
      const reply = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
      await reply.body?.cancel();
      if (reply.ok) return { kind: 'sent' };
      const again = reply.status >= 500 || reply.status === 429 || reply.status === 408;
      return { kind: again ? 'later' : 'never', error: `hook_${reply.status}` };
    } catch (error) {
      const code = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code ?? (error as Error).name;
      return { kind: NOT_REACHED.has(code) ? 'later' : 'unsure', error: `hook_${code.toLowerCase()}` };
    }
  };
}
