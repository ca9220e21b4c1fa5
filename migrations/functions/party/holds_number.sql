create or replace function party.holds_number(party uuid, hash bytea) returns boolean
  language sql stable set search_path = '' as $$
  select exists (
    select from party.identity_paper i
    left join party.detail d on d.party_id = i.party_id and d.ended_at is null
    where i.party_id = party and i.lookup_hash = hash
      and case when d.identity_ordinal is null then i.raised_by is null else i.ordinal = d.identity_ordinal end)
$$;
comment on function party.holds_number(uuid, bytea) is 'Whether an identity number is one that holds for the party now: one that was corrected away is not';
grant execute on function party.holds_number(uuid, bytea) to diaba_app;
