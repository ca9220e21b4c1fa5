import type { IncomingMessage } from 'node:http';
import type pg from 'pg';
import type { Actor } from '../domain/actor.ts';
import type { Notices } from '../registry/register/notices.ts';
import { findEnded } from '../registry/session/find-ended.ts';

/** Requests that bring bytes now, by upload. */
export interface Sending {
  begin(uploadId: string, raw: IncomingMessage, actor: Actor | null): void;
  end(uploadId: string, raw: IncomingMessage): void;
  /** Cuts a sender off; what has arrived stays. */
  cut(uploadId: string): void;
  cutAll(): void;
  close(): void;
}

/** Sessions end by a notice; should one be lost, they are asked for. */
const CHECK_MS = 15_000;

/** Whose session ends while he sends is cut off in the same moment: a request is let in once, and can take hours. */
export function openSending(pool: pg.Pool, notices: Notices, onTrouble: (error: unknown) => void): Sending {
  const sending = new Map<string, { raw: IncomingMessage; actor: Actor | null; since: Date }>();
  const cut = (uploadId: string) => void sending.get(uploadId)?.raw.destroy();
  async function cutSignedOut(): Promise<void> {
    const asked = [...sending].flatMap(([uploadId, { actor, since }]) =>
      actor === null ? [] : [{ uploadId, sid: actor.sid, subject: actor.id, issuedAt: since }],
    );
    for (const { uploadId } of await findEnded(pool, asked)) cut(uploadId);
  }
  const check = () => void cutSignedOut().catch(onTrouble);
  const unread = notices.read('diaba_session', { heard: check, connected: check });
  const checking = setInterval(check, CHECK_MS);
  checking.unref();
  return {
    begin: (uploadId, raw, actor) => void sending.set(uploadId, { raw, actor, since: new Date() }),
    end(uploadId, raw) {
      if (sending.get(uploadId)?.raw === raw) sending.delete(uploadId);
    },
    cut,
    cutAll() {
      for (const uploadId of sending.keys()) cut(uploadId);
    },
    close() {
      clearInterval(checking);
      unread();
    },
  };
}
