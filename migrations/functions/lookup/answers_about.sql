-- Who asked about the certificates of a person: for that person alone, whom the identity provider vouches for. Found by the number she has now.
create or replace function lookup.answers_about(number_hash bytea, most int)
  returns table (answer_id uuid, asked_at timestamptz, asker text, matter_no text, statement text, parcel_id uuid, parcel_code text, sheet_no text, parcel_no text,
    commune_name text)
  language sql stable security definer set search_path = '' as $$
  with own as materialized (
    select array_agg(distinct i.party_id) as parties from party.identity_paper i
    where i.lookup_hash = number_hash and party.holds_number(i.party_id, number_hash))
  select a.answer_id, a.asked_at, a.asker, a.matter_no, a.statement, a.parcel_id, v.parcel_code::text, s.number, v.parcel_no,
    (select u.name from reference.administrative_unit u where u.code = s.commune_code and u.valid_from = s.commune_valid_from)
  from own join audit.read_log l on l.answer_id is not null and l.party_ids && own.parties
  join lookup.given_answer a on a.answer_id = l.answer_id
  join lateral (select w.* from cadastre.parcel_version w where w.parcel_id = a.parcel_id and w.status <> 'pending' order by w.version_no desc limit 1) v on true
  join cadastre.sheet s on s.sheet_id = v.sheet_id
  order by a.asked_at desc, a.answer_id limit most
$$;
comment on function lookup.answers_about(bytea, int) is 'Answers to banks and notaries about certificates that the holder of an identity number held by, the latest first';
grant execute on function lookup.answers_about(bytea, int) to diaba_app;
