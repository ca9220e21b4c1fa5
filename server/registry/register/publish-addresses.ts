import type { Trx } from '../../db/kit/transaction.ts';
import {
  deleteUnusedPublications,
  insertAddressPublications,
  listOwnUnitNames,
  listUnpublishedAddresses,
} from '../../db/register/address-publication.ts';
import { publicAddress, unitsNamed } from '../../domain/publication/public-address.ts';

/**
 * Writes what the public may read of the addresses of a commune that nobody has judged yet: of the parcels that a dealing
 * raised, in its transaction, or of all. An address without that row is not published.
 */
export async function publishAddresses(trx: Trx, communeCode: string, dealingId: string | null = null): Promise<void> {
  if (dealingId === null) await deleteUnusedPublications(trx, communeCode);
  const addresses = await listUnpublishedAddresses(trx, communeCode, dealingId);
  if (addresses.length === 0) return;
  const named = [...new Set(addresses.flatMap(unitsNamed))];
  const units = new Set(await listOwnUnitNames(trx, communeCode, named));
  await insertAddressPublications(
    trx,
    communeCode,
    addresses.map((address) => ({ address, published: publicAddress(address, units) })),
  );
}
