/** Watching land: what an account may watch, and how what changes is told. */
export const WATCH_BOUNDS = { name: 120, mail: 254, hook: 500, corners: 500, areaKm2: 400, deliveries: 10 } as const;

export const WATCH_CHANGES = ['registered', 'changed', 'ended'] as const;
/** Of a parcel: it came to be, another version of it holds now, or it holds no more. */
export type WatchChange = (typeof WATCH_CHANGES)[number];

export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'unsure', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export type DeliveryChannel = 'mail' | 'hook';

/** Seconds before the second, third … attempt of a call; after the last it is given up. A day and a half in all. */
export const HOOK_WAITS_S: readonly number[] = [30, 120, 600, 3_600, 21_600, 43_200, 64_800];

/** Changes that one message tells of; the rest is left to the lists of the interface. */
export const MOST_CHANGES = 500;

/** Wrong codes after which an address is not confirmed any more. */
export const MOST_TRIES = 10;

/** One line of a message. */
export interface ToldChange {
  readonly parcelId: string;
  readonly change: WatchChange;
  /** Where the policy publishes it. */
  readonly at?: string;
}

export interface NotedChange {
  readonly parcelId: string;
  readonly change: 'registered' | 'ended';
  readonly at: Date;
}

/** One line for each parcel, in the order in which they changed: what ended and holds again has changed. */
export function foldChanges(noted: readonly NotedChange[], withMoments: boolean): ToldChange[] {
  const byParcel = new Map<string, NotedChange[]>();
  for (const one of noted) byParcel.set(one.parcelId, [...(byParcel.get(one.parcelId) ?? []), one]);
  return [...byParcel].map(([parcelId, of]) => {
    const has = (change: string) => of.some((one) => one.change === change);
    // Both in one act: the old version ends as the new one is registered, in whichever order they were written.
    const change = has('registered') ? (has('ended') ? 'changed' : 'registered') : 'ended';
    const at = new Date(Math.max(...of.map((one) => one.at.getTime()))).toISOString();
    return { parcelId, change, ...(withMoments && { at }) };
  });
}
