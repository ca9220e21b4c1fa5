/** Keeps calls waiting while the session has ended, so that nobody loses what she was doing. */
import { CallFailed } from '../../../api/get-json.ts';
import { getMe, type Me, tellSession } from '../../../api/session.ts';

/** Path under the desk to which the sign-in in the small window leads. */
export const SIGNED_IN_PATH = '/desk/signed-in';

let waiting: (() => void)[] = [];
let closed = false;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

export const subscribeGate = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** Whether calls wait for a sign-in. */
export const isGateClosed = (): boolean => closed;

const asksToSignIn = (error: unknown): boolean => error instanceof CallFailed && error.problem?.status === 401;

/** Makes a call; where the session has ended, waits for a new sign-in and makes it again. */
export async function guarded<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!asksToSignIn(error)) throw error;
      closed = true;
      const opened = new Promise<void>((resolve) => waiting.push(resolve));
      tell();
      await opened;
    }
  }
}

/** Looks whether the same person is there again, and lets the waiting calls go on. Somebody else starts afresh. */
export async function reopenGate(before: Pick<Me, 'id'>): Promise<void> {
  let me: Me;
  try {
    me = await getMe();
  } catch (error) {
    if (asksToSignIn(error)) return;
    throw error;
  }
  // The page goes on for a while after this: what waits must not be done in another one's name.
  if (me.id !== before.id) return location.reload();
  closed = false;
  const going = waiting;
  waiting = [];
  for (const go of going) go();
  tell();
}

/** In the small window: says that the sign-in is done, and goes away. */
export function announceSignIn(): void {
  tellSession('signed-in');
  window.close();
}
