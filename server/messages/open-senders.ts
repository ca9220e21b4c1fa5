import { join } from 'node:path';
import type { MessageChannel, SendMessage } from '../domain/request/outgoing-message.ts';
import { openFileSender } from './keep-as-file.ts';
import { openMailSender } from './send-mail.ts';
import { openHookSender } from './send-to-hook.ts';

export interface MessageSettings {
  /** smtp: or smtps:, with user and password where the server wants them. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly hook: { readonly url: string; readonly secret: string } | null;
  /** Folder for what nothing is set to carry; null: it waits until something is. */
  readonly outbox: string | null;
  readonly publicUrl: string;
  /** Whether businesses may name addresses inside. */
  readonly hooksInside?: boolean;
}

/** Where the embedded default keeps what would be sent. */
export const outboxOf = (storageDir: string): string => join(storageDir, 'outbox');

/** A sender per way of telling, where there is one. */
export function openSenders(settings: MessageSettings): Partial<Record<MessageChannel, SendMessage>> {
  const { smtpUrl, hook, outbox, publicUrl } = settings;
  const from = settings.mailFrom ?? `no-reply@${new URL(publicUrl).hostname}`;
  const file = outbox === null ? undefined : openFileSender(outbox, from);
  const mail = smtpUrl === null ? file : openMailSender(smtpUrl, from);
  const phone = hook === null ? file : openHookSender(hook.url, hook.secret);
  return { ...(mail && { mail }), ...(phone && { phone }) };
}
