/**
 * What a browser keeps of a request: the answers while it is written, the receipt when it is sent, what it follows. Sealed in
 * cookies, so that whoever does not send leaves nothing about a person with us, and any process can go on with it.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestAsked, RequestReceipt } from '../../../domain/contract/portal/portal-requests.ts';
import type { RequestDraft } from '../../../domain/request/request-draft.ts';
import type { SentFacts } from '../../../pages/request/sent-page.ts';
import { cookieSettings } from '../../../plugins/access/session-cookie.ts';
import type { SessionCipher } from '../../../registry/session/session-cipher.ts';

/** A request that is being written, under the key with which it will be sent: sent twice, it is one. */
export interface StoredDraft {
  readonly draft: RequestDraft;
  readonly key: string;
}

/** A request that is followed: its reference, and the digest of its code. */
export interface FollowedRequest {
  readonly reference: string;
  readonly codeHash: string;
}

/** What was sent, so that its form can be printed by who sent it; with us who asked is sealed. */
export interface SentForm extends Omit<RequestReceipt, 'code'> {
  readonly asked: RequestAsked;
  /** In words. */
  readonly parcel: string;
}

interface Kinds {
  readonly draft: StoredDraft;
  readonly sent: SentFacts;
  readonly form: SentForm;
  readonly follow: FollowedRequest;
}
type Kind = keyof Kinds;

const MINUTES: Record<Kind, number> = { draft: 120, sent: 30, form: 30, follow: 30 };
/** Browsers keep 4096 bytes of name, value and settings. */
const LONGEST = 3800;

export interface RequestCookies {
  find<K extends Kind>(request: FastifyRequest, kind: K): Kinds[K] | undefined;
  /** False where it is longer than a browser keeps. */
  keep<K extends Kind>(reply: FastifyReply, kind: K, value: Kinds[K]): boolean;
  drop(reply: FastifyReply, kind: Kind): void;
}

export const newDraft = (): StoredDraft => ({ draft: {}, key: randomUUID() });

export function requestCookies(cipher: SessionCipher, https: boolean): RequestCookies {
  const nameOf = (kind: Kind) => `${https ? '__Host-' : ''}request-${kind}`;
  const settings = cookieSettings(https);
  return {
    find<K extends Kind>(request: FastifyRequest, kind: K) {
      const value = request.cookies[nameOf(kind)];
      if (value === undefined) return undefined;
      const kept = cipher.open(Buffer.from(value, 'base64url')) as {
        readonly kind: Kind;
        readonly until: number;
        readonly value: Kinds[K];
      } | null;
      return kept?.kind === kind && kept.until > Date.now() ? kept.value : undefined;
    },
    keep(reply, kind, value) {
      const until = Date.now() + MINUTES[kind] * 60_000;
      const sealed = cipher.seal({ kind, until, value }).toString('base64url');
      if (sealed.length > LONGEST) return false;
      reply.setCookie(nameOf(kind), sealed, { ...settings, maxAge: MINUTES[kind] * 60 });
      return true;
    },
    drop: (reply, kind) => void reply.clearCookie(nameOf(kind), settings),
  };
}
