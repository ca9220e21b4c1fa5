import type { Config } from '../../config.ts';
import { type MessageSettings, outboxOf } from '../../messages/open-senders.ts';

/** How this installation tells requesters. Beside a database of one's own nothing is kept as a file in the place of being sent. */
export function messageSettings(config: Config): MessageSettings {
  const { smtpUrl, mailFrom, messageHook, databaseUrl, storageDir, host, port } = config;
  return {
    smtpUrl,
    mailFrom,
    hook: messageHook,
    hooksInside: config.watchHooksInside,
    outbox: databaseUrl === null ? outboxOf(storageDir) : null,
    publicUrl: config.publicUrl ?? `http://${host}:${port}`,
  };
}
