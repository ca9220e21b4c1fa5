import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { useWords } from './use-words.tsx';

/** How browsers say that a part of the program could not be fetched: no network, or a build that replaced it. */
const NOT_FETCHED = /dynamically imported module|importing a module script failed|unable to preload/i;

/** In the place of a screen that could not be shown. Where the network was away, it loads again when that is back. */
export function ScreenTrouble() {
  const { w } = useWords();
  const error = useRouteError();
  const notFetched = error instanceof Error && NOT_FETCHED.test(error.message);
  useEffect(() => {
    const again = () => location.reload();
    if (!notFetched || navigator.onLine) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [notFetched]);
  return (
    <div className="list-state" role="alert">
      <h1>{w('screenTrouble.title')}</h1>
      <p>{w(notFetched ? 'screenTrouble.notFetched' : 'screenTrouble.failed')}</p>
      <Button variant="default" onClick={() => location.reload()}>
        {w('screenTrouble.reload')}
      </Button>
    </div>
  );
}
