create or replace function party.name_known(party uuid, before timestamptz, known timestamptz) returns text
  language sql stable set search_path = '' as $$
  select coalesce(
    (select d.name from party.detail d where d.party_id = party and d.registered_at < before and greatest(d.recorded_at, d.registered_at) < known
       and (d.ended_at is null or d.ended_at >= before
         or greatest(d.ended_at, (select coalesce(e.decided_at, e.created_at) from dealing.dealing e where e.dealing_id = d.ended_by)) >= known)
     order by d.registered_at desc limit 1),
    (select p.name from party.party p where p.party_id = party))
$$;
comment on function party.name_known(uuid, timestamptz, timestamptz) is 'What a party was called just before an instant, by what was recorded before another; under the policies of who asks';
grant execute on function party.name_known(uuid, timestamptz, timestamptz) to diaba_app;
