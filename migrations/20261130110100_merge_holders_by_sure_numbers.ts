import type { Knex } from 'knex';

/**
 * Two holders of a batch were one party when they had one name and one number, whatever stood in the column of numbers:
 * 0, which programs write into an empty column of numbers, made all people of one name one. The import now says which
 * number tells people apart (`key`); a record staged before says nothing, and its holder is a party of its own.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create or replace function staging.holders_to_raise(batch uuid, dealing uuid) returns table(party_id uuid, record_no integer,
      parcel_id uuid, kind text, name text, identities jsonb, manages boolean, certificate_serial text)
    language plpgsql stable security definer rows 100000 set search_path to '' set parallel_tuple_cost to '0' as $$
    begin
      perform staging.require_batch(batch);
      return query
      select md5(dealing::text || coalesce(encode(i.lookup_hash, 'hex') || lower(h.holder ->> 'name'), r.record_no || '#' || h.n))::uuid,
        r.record_no, r.parcel_id, h.holder ->> 'kind', h.holder ->> 'name', h.holder -> 'identities', (h.holder ->> 'manages')::boolean,
        r.candidate ->> 'certificateSerial'
      from staging.record r
      cross join lateral jsonb_array_elements(r.candidate -> 'holders') with ordinality as h(holder, n)
      left join staging.identity_number i on i.batch_id = r.batch_id and i.record_no = r.record_no
        and i.ordinal = (h.holder ->> 'key')::int
      where r.batch_id = batch and r.status in ('valid', 'warned');
    end $$;
    comment on function staging.holders_to_raise(batch uuid, dealing uuid) is 'Holders that the valid and warned records of a batch name. Those of one name and one number that can be somebody''s are one party in a dealing; any other is a party per record';
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
