-- Programs write 0 into an empty column of numbers, which once made all people of one name one. The import says which number
-- tells people apart (key); where a record says nothing, its holder is a party of its own.
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
  where r.batch_id = batch and r.status in ('valid', 'warned')
    and not exists (select from staging.difference d where d.batch_id = r.batch_id and d.record_no = r.record_no);
end $$;
comment on function staging.holders_to_raise(batch uuid, dealing uuid) is 'Holders that the valid and warned records of a batch name. Those of one name and one number that can be somebody''s are one party in a dealing; any other is a party per record';
grant execute on function staging.holders_to_raise(batch uuid, dealing uuid) to diaba_app;
