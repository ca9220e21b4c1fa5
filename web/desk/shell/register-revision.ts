import { useSyncExternalStore } from 'react';

/** Rises whenever something was registered or taken back: the map then asks for its tiles again. */
let revision = 0;
const listeners = new Set<() => void>();

/** Says that the register has changed. */
export function registerChanged(): void {
  revision += 1;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useRegisterRevision = (): number => useSyncExternalStore(subscribe, () => revision);
