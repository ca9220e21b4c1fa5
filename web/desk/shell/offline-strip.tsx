import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useWords } from './use-words.tsx';

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);

/** Says that there is no network, and that nothing is lost by it. */
export function OfflineStrip() {
  const { w } = useWords();
  const online = useSyncExternalStore(subscribe, () => onlineManager.isOnline());
  return <div role="status">{!online && <p className="offline-strip">{w('bar.offline')}</p>}</div>;
}
