import { Button, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { listCommunes } from '../../../api/portal.ts';
import { getMe, onSession, signInAt } from '../../../api/session.ts';
import { ListState } from '../list-state.tsx';
import { useWords } from '../use-words.tsx';
import { guarded, isGateClosed, reopenGate, SIGNED_IN_PATH, subscribeGate } from './session-gate.ts';
import { OfficerContext } from './use-me.tsx';

/** Knows who is there before anything else is shown, asks again, in place, when the session has ended, and shows nothing once somebody signed out. */
export function SignedInGate({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [left, setLeft] = useState(false);
  useEffect(
    () =>
      onSession('signed-out', () => {
        // At once: what was looked at is of persons, and the next to sit here is somebody else.
        flushSync(() => setLeft(true));
        client.clear();
      }),
    [client],
  );
  return left ? <SignedOut /> : <WhoIsIn>{children}</WhoIsIn>;
}

/** All that is left of a desk after a sign-out, here or in another tab. */
function SignedOut() {
  const { w } = useWords();
  return (
    <main className="desk-wait">
      <h1>{w('session.out')}</h1>
      <p>{w('session.outText')}</p>
      <p>
        <a href={signInAt('/desk')}>{w('session.in')}</a>
      </p>
    </main>
  );
}

function WhoIsIn({ children }: { readonly children: ReactNode }) {
  const me = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => getMe(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const communes = useQuery({
    queryKey: ['communes'],
    queryFn: ({ signal }) => listCommunes(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const officer = useMemo(() => {
    if (!me.data) return null;
    const { communes: codes } = me.data;
    const known = communes.data ?? [];
    return { me: me.data, communes: codes === '*' ? known : known.filter(({ code }) => codes.includes(code)) };
  }, [me.data, communes.data]);
  if (!officer || communes.isPending) {
    return (
      <main className="desk-wait">
        <ListState of={me} empty={null}>
          <span />
        </ListState>
      </main>
    );
  }
  return (
    <OfficerContext value={officer}>
      {children}
      <SignInAgain id={officer.me.id} name={officer.me.name} />
    </OfficerContext>
  );
}

function SignInAgain({ id, name }: { readonly id: string; readonly name: string }) {
  const { w } = useWords();
  const closed = useSyncExternalStore(subscribeGate, isGateClosed);
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    // A session that ended elsewhere while nothing was asked for here is noticed when somebody looks.
    const seen = () => {
      if (document.visibilityState === 'visible') guarded(() => getMe()).catch(reportError);
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, []);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-veiled', closed);
    return () => document.documentElement.removeAttribute('data-veiled');
  }, [closed]);
  useEffect(() => {
    if (!closed) return;
    const look = () => void reopenGate({ id }).catch(reportError);
    const off = onSession('signed-in', look);
    // Where the small window could not say so itself: one comes back to this one afterwards.
    addEventListener('focus', look);
    return () => {
      off();
      removeEventListener('focus', look);
    };
  }, [closed, id]);
  const open = () =>
    setBlocked(window.open(signInAt(SIGNED_IN_PATH), 'diaba-sign-in', 'width=520,height=720') === null);
  return (
    <Modal
      opened={closed}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={w('session.title')}
      className="session-veil"
    >
      <p>{w('session.text', { name })}</p>
      {blocked && (
        <p role="alert">
          {w('session.blocked')} <a href={signInAt(`${location.pathname}${location.search}`)}>{w('session.here')}</a>
        </p>
      )}
      <Button onClick={open} data-autofocus>
        {w('session.again')}
      </Button>
    </Modal>
  );
}
