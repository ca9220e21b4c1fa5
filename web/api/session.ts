import type { Me } from '../../server/domain/contract/identity.ts';
import { getJson, reach } from './get-json.ts';

export type { Me };

/** What pages of this browser tell each other of the session. */
export const SESSION_CHANNEL = 'diaba-session';
export type SessionNews = 'signed-in' | 'signed-out';

export function tellSession(news: SessionNews): void {
  const channel = new BroadcastChannel(SESSION_CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/** Hears what other pages, and other parts of this one, tell. Returns how to stop. */
export function onSession(news: SessionNews, listener: () => void): () => void {
  const channel = new BroadcastChannel(SESSION_CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === news) listener();
  };
  return () => channel.close();
}

/** Who is signed in. Throws CallFailed with status 401 where nobody is. */
export const getMe = (signal?: AbortSignal) => getJson<Me>('/api/me', signal);

/** Ends the session here; the address that ends it at the identity provider. Throws CallFailed. */
export async function signOut(): Promise<string> {
  const reply = await reach<{ to: string }>('/auth/logout', {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'x-diaba-request': '1',
    },
  });
  return reply.to;
}

/** Address that begins a sign-in and comes back to a path of ours. */
export const signInAt = (to: string) => `/auth/login?to=${encodeURIComponent(to)}`;

/** Has the server keep a choice for its own pages too. Only the cookie matters, not where the reply leads. */
export async function keepChoice(name: 'lang' | 'theme', value: string): Promise<void> {
  await fetch(`/preferences?${name}=${value}&back=/`, { redirect: 'manual' });
}
