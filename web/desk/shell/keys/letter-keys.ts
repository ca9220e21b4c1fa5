import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../browser-storage.ts';

/** Whether single letters are shortcuts. They can be turned off for who speaks to the machine (WCAG 2.1.4). */
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
let on = readStored('letter-keys', isFlag) ?? true;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function setLetterKeys(next: boolean): void {
  on = next;
  writeStored('letter-keys', next);
  for (const listener of listeners) listener();
}

export function useLetterKeys(): readonly [on: boolean, set: (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => on), setLetterKeys];
}
