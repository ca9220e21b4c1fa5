create or replace function party.name_at(party uuid, before timestamptz) returns text
  language sql stable set search_path = '' as $$
  select coalesce(
    (select d.name from party.detail d where d.party_id = party
       and (before is null and d.ended_at is null or d.registered_at < before and (d.ended_at is null or d.ended_at >= before))
     order by d.registered_at desc limit 1),
    (select p.name from party.party p where p.party_id = party))
$$;
comment on function party.name_at(uuid, timestamptz) is 'What a party was called just before an instant, now without one; under the policies of who asks';
grant execute on function party.name_at(uuid, timestamptz) to diaba_app;
