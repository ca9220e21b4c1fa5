import { insertParty, showPartyIn } from '../../db/dealing/rights.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import type { PartyKind } from '../../domain/dealing/payload/parts.ts';
import { derivedId } from './carry/derived-id.ts';

/** A party as a stored payload names it. */
export type StoredParty =
  | { readonly partyId: string }
  | { readonly kind: PartyKind; readonly name: string; readonly address?: string; readonly identity?: number };

/** The party that a dealing names: one the register knows, or one that is recorded with it. Its id. `which`: where it names several. */
export async function enterParty(
  trx: Trx,
  dealingId: string,
  communeCode: string,
  party: StoredParty,
  which = '',
): Promise<string> {
  if ('partyId' in party) {
    await showPartyIn(trx, party.partyId, communeCode);
    return party.partyId;
  }
  const partyId = derivedId(dealingId, 'party', which);
  const { kind, name, address, identity } = party;
  await insertParty(trx, dealingId, communeCode, {
    partyId,
    kind,
    name,
    address: address ?? null,
    identity: identity ?? null,
  });
  return partyId;
}
