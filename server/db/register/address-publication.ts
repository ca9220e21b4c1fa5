/** What the public may read of addresses, beside the register: one row a commune and address. */
import type { Trx } from '../kit/transaction.ts';

const DIGEST = (column: string) => `sha256(convert_to(${column}, 'UTF8'))`;

/** Addresses of registered parcels of a commune that have no row yet; with `dealingId` only of parcels it raised. */
export async function listUnpublishedAddresses(
  trx: Trx,
  communeCode: string,
  dealingId: string | null,
): Promise<string[]> {
  const addressed = 'select sheet_id, address from cadastre.parcel_version where address is not null';
  const versions =
    dealingId === null
      ? `(${addressed} and status <> 'pending') v`
      : // Its versions first: sheet by sheet they would be gone through as often as there are sheets.
        `(${addressed} and raised_by = $2 offset 0) v`;
  const { rows } = await trx.query<{ address: string }>(
    `select v.address
     from (select distinct v.address from ${versions} join cadastre.sheet s using (sheet_id) where s.commune_code = $1) v
     where not exists (select from cadastre.address_publication a where a.commune_code = $1 and a.digest = ${DIGEST('v.address')})`,
    dealingId === null ? [communeCode] : [communeCode, dealingId],
  );
  return rows.map(({ address }) => address);
}

/** Those of some names, lower case, that the commune or a unit it was made of has. */
export async function listOwnUnitNames(trx: Trx, communeCode: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { rows } = await trx.query<{ name: string }>(
    `with recursive made_of(code) as (
       select $1::char(5) union select s.old_code from made_of m join reference.administrative_unit_successor s on s.new_code = m.code)
     select distinct lower(normalize(u.name, NFC)) as name from made_of m join reference.administrative_unit u using (code)
     where lower(normalize(u.name, NFC)) = any($2::text[])`,
    [communeCode, names],
  );
  return rows.map(({ name }) => name);
}

export async function insertAddressPublications(
  trx: Trx,
  communeCode: string,
  found: readonly { readonly address: string; readonly published: string | null }[],
): Promise<void> {
  await trx.query(
    `insert into cadastre.address_publication (commune_code, digest, published)
     select $1, ${DIGEST('n.address')}, n.published from unnest($2::text[], $3::text[]) as n(address, published)
     on conflict on constraint address_publication_pkey do nothing`,
    [communeCode, found.map(({ address }) => address), found.map(({ published }) => published)],
  );
}

/** Takes away the rows of addresses that no registered parcel of the commune has or had. */
export async function deleteUnusedPublications(trx: Trx, communeCode: string): Promise<void> {
  await trx.query(
    `delete from cadastre.address_publication a
     where a.commune_code = $1 and not exists (
       select from cadastre.sheet s join cadastre.parcel_version v using (sheet_id)
       where s.commune_code = $1 and v.address is not null and ${DIGEST('v.address')} = a.digest)`,
    [communeCode],
  );
}

/** What the public may read of an address of a commune; null where that is nothing, or is not worked out yet. */
export async function findPublishedAddress(trx: Trx, communeCode: string, address: string): Promise<string | null> {
  const { rows } = await trx.query<{ published: string | null }>(
    `select published from cadastre.address_publication where commune_code = $1 and digest = ${DIGEST('$2::text')}`,
    [communeCode, address],
  );
  return rows[0]?.published ?? null;
}
