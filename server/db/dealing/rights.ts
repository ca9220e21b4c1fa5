/** Parties and rights as dealings write them: nothing is edited, everything ends by one dealing and is raised by another. */
import type { DocumentReference, PartyKind } from '../../domain/dealing/payload/parts.ts';
import type { Share } from '../../domain/dealing/share.ts';
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

export interface NewParty {
  readonly partyId: string;
  readonly kind: PartyKind;
  readonly name: string;
  readonly address: string | null;
  /** Place of its identity number among those of the dealing; null without one. */
  readonly identity: number | null;
}

/** Records a party that a dealing names, with its sealed number, visible in the commune of the dealing. */
export async function insertParty(trx: Trx, dealingId: string, communeCode: string, party: NewParty): Promise<void> {
  await showPartyIn(trx, party.partyId, communeCode);
  await trx.query(
    prepared(
      `insert into party.party (party_id, kind, name, search_key, address, raised_by) values ($1, $2, $3, lower(unaccent($3)), $4, $5)`,
      [party.partyId, party.kind, party.name, party.address, dealingId],
    ),
  );
  if (party.identity === null) return;
  await trx.query(
    prepared(
      `insert into party.identity_paper (party_id, ordinal, cipher, lookup_hash)
     select $1, 1, cipher, lookup_hash from dealing.identity_number where dealing_id = $2 and ordinal = $3`,
      [party.partyId, dealingId, party.identity],
    ),
  );
}

/** Officers of the commune may see the party from now on. */
export async function showPartyIn(trx: Trx, partyId: string, communeCode: string): Promise<void> {
  await trx.query(
    prepared(
      'insert into party.visibility (party_id, commune_code) values ($1, $2) on conflict on constraint visibility_pkey do nothing',
      [partyId, communeCode],
    ),
  );
}

/** Names of parties that the actor may see. */
export async function listPartyNames(trx: Trx, partyIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await trx.query<{ id: string; name: string }>(
    prepared('select party_id as id, name from party.present where party_id = any($1::uuid[])', [partyIds]),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface NewRight {
  readonly rightId: string;
  readonly parcelId: string;
  readonly partyId: string;
  readonly kind: 'use' | 'management';
  readonly share: Share;
  readonly certificateSerial: string | null;
  readonly verified: boolean;
  /** Last day; null where none is registered. */
  readonly until: string | null;
}

export const insertRight = (trx: Trx, dealingId: string, communeCode: string, right: NewRight): Promise<void> =>
  insertRights(trx, dealingId, communeCode, [right]);

/** In one statement, so that what is asked once a statement (that parcel, party and dealing are there, papers that say otherwise now) is asked once. */
export async function insertRights(
  trx: Trx,
  dealingId: string,
  communeCode: string,
  rights: readonly NewRight[],
): Promise<void> {
  if (rights.length === 0) return;
  await trx.query(
    prepared(
      `insert into rights."right" (right_id, parcel_id, party_id, kind, share_numerator, share_denominator, certificate_serial, commune_code, verified, until, raised_by, registered_at)
     select r."rightId", r."parcelId", r."partyId", r.kind, (r.share ->> 'numerator')::bigint, (r.share ->> 'denominator')::bigint, r."certificateSerial", $3, r.verified, r.until,
       $1, (select dealing.legal_moment($1))
     from jsonb_to_recordset($2::jsonb) as r("rightId" uuid, "parcelId" uuid, "partyId" uuid, kind text, share jsonb, "certificateSerial" text, verified boolean, until date)`,
      [dealingId, JSON.stringify(rights), communeCode],
    ),
  );
}

export async function endRights(trx: Trx, dealingId: string, rightIds: readonly string[]): Promise<number> {
  const { rowCount } = await trx.query(
    prepared(
      'update rights."right" set ended_at = dealing.legal_moment($1), ended_by = $1 where right_id = any($2::uuid[]) and ended_at is null',
      [dealingId, rightIds],
    ),
  );
  return rowCount ?? 0;
}

export async function insertMortgage(
  trx: Trx,
  dealingId: string,
  communeCode: string,
  mortgage: {
    readonly mortgageId: string;
    readonly mortgageeId: string;
    readonly document: DocumentReference;
    readonly rightIds: readonly string[];
    /** Where it is the changed form of another: moment of its rank, and which. */
    readonly ranksFrom?: Date | null;
    readonly follows?: string | null;
  },
): Promise<void> {
  await trx.query(
    prepared(
      `insert into rights.mortgage (mortgage_id, mortgagee_id, commune_code, document, raised_by, registered_at, ranks_from, follows)
     values ($1, $2, $3, $4, $5, dealing.legal_moment($5), $6, $7)`,
      [
        mortgage.mortgageId,
        mortgage.mortgageeId,
        communeCode,
        JSON.stringify(mortgage.document),
        dealingId,
        mortgage.ranksFrom ?? null,
        mortgage.follows ?? null,
      ],
    ),
  );
  await burdenRights(trx, dealingId, mortgage.mortgageId, mortgage.rightIds);
}

/** Puts rights under a mortgage: those it is made on, and those that follow them. */
export async function burdenRights(
  trx: Trx,
  dealingId: string,
  mortgageId: string,
  rightIds: readonly string[],
): Promise<void> {
  await trx.query(
    prepared(
      'insert into rights.mortgaged_right (mortgage_id, right_id, raised_by) select $1, r, $2 from unnest($3::uuid[]) r',
      [mortgageId, dealingId, rightIds],
    ),
  );
}

/** Ends a mortgage that holds; how many, none or one. */
export async function endMortgage(trx: Trx, dealingId: string, mortgageId: string): Promise<number> {
  const { rowCount } = await trx.query(
    prepared(
      'update rights.mortgage set ended_at = dealing.legal_moment($1), ended_by = $1 where mortgage_id = $2 and ended_at is null',
      [dealingId, mortgageId],
    ),
  );
  return rowCount ?? 0;
}

export interface NewCaveat {
  readonly caveatId: string;
  readonly parcelId: string;
  readonly transfer: boolean;
  readonly mortgage: boolean;
  readonly split: boolean;
  readonly document: DocumentReference;
  readonly until: string | null;
}

export async function insertCaveat(trx: Trx, dealingId: string, communeCode: string, caveat: NewCaveat): Promise<void> {
  await trx.query(
    prepared(
      `insert into rights.caveat (caveat_id, parcel_id, commune_code, stops_transfer, stops_mortgage, stops_split, document, until, raised_by, registered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, dealing.legal_moment($9))`,
      [
        caveat.caveatId,
        caveat.parcelId,
        communeCode,
        caveat.transfer,
        caveat.mortgage,
        caveat.split,
        JSON.stringify(caveat.document),
        caveat.until,
        dealingId,
      ],
    ),
  );
}

export async function endCaveats(trx: Trx, dealingId: string, caveatIds: readonly string[]): Promise<number> {
  const { rowCount } = await trx.query(
    prepared(
      'update rights.caveat set ended_at = dealing.legal_moment($1), ended_by = $1 where caveat_id = any($2::uuid[]) and ended_at is null',
      [dealingId, caveatIds],
    ),
  );
  return rowCount ?? 0;
}

/** A caveat in full, to be placed again on what came out of its parcel. */
export async function findCaveat(trx: Trx, caveatId: string): Promise<NewCaveat | undefined> {
  const { rows } = await trx.query<NewCaveat>(
    prepared(
      `select caveat_id as "caveatId", parcel_id as "parcelId", stops_transfer as transfer, stops_mortgage as mortgage, stops_split as split, document,
       until::text as until
     from rights.caveat where caveat_id = $1`,
      [caveatId],
    ),
  );
  return rows[0];
}
