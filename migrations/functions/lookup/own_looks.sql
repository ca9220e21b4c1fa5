create or replace function lookup.own_looks(number_hash bytea, most int)
  returns table (looked_at timestamptz, purpose text, subject text, name text)
  language sql stable security definer set search_path = '' as $$
  with own as materialized (
    select array_agg(distinct i.party_id) as parties from party.identity_paper i
    where i.lookup_hash = number_hash and party.holds_number(i.party_id, number_hash)),
  -- Answers to banks and notaries are told by answers_about, with who asked.
  looks as (
    (select l.* from own join audit.read_log l on l.party_ids && own.parties where l.answer_id is null order by l.at desc limit most)
    union all
    (select l.* from dealing.request r join audit.read_log l on l.request_id = r.request_id where r.identity_hash = number_hash order by l.at desc limit most))
  select l.at, l.purpose, l.subject_kind, (select w.name from staging.staff w where w.actor = l.actor)
  from looks l order by l.at desc, l.seq desc limit most
$$;
comment on function lookup.own_looks(bytea, int) is 'Looks of staff at the holder of an identity number and at requests sent under it, the latest first';
grant execute on function lookup.own_looks(bytea, int) to diaba_app;
