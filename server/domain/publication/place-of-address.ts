import { foldEndings } from '../encoding/fold-endings.ts';
import { searchKey } from '../encoding/search-key.ts';
import { placeIdentity, placeNames } from './place-name.ts';

export interface PlaceOfAddress {
  readonly address: string;
  /** As most parcels write it. */
  readonly name: string;
  readonly key: string;
}

/**
 * Which places the addresses of one commune name. Spellings of one place get the spelling that most parcels have, of
 * equally common ones the first in the alphabet.
 */
export function placesOfAddresses(
  addresses: readonly { readonly address: string; readonly parcels: number }[],
): PlaceOfAddress[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { address, parcels } of addresses) {
    for (const name of placeNames(address)) {
      const identity = placeIdentity(name);
      const counts = spellings.get(identity) ?? new Map<string, number>();
      spellings.set(identity, counts.set(name, (counts.get(name) ?? 0) + parcels));
    }
  }
  const chosen = new Map<string, string>();
  for (const [identity, counts] of spellings) {
    const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    chosen.set(identity, most![0]);
  }
  return addresses.flatMap(({ address }) =>
    [...new Set(placeNames(address).map(placeIdentity))].map((identity) => {
      const name = chosen.get(identity)!;
      return { address, name, key: foldEndings(searchKey(name)) };
    }),
  );
}
