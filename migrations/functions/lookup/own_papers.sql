create or replace function lookup.own_papers(number_hash bytea, most int)
  returns table (serial text, kind text, status text, issued_at timestamptz, office text)
  language sql stable security definer set search_path = '' as $$
  with own as materialized (
    select array_agg(distinct i.party_id) as parties from party.identity_paper i
    where i.lookup_hash = number_hash and party.holds_number(i.party_id, number_hash))
  select p.serial, p.kind, p.status, p.issued_at, p.office
  from own join document.paper p on p.party_ids && own.parties
  order by p.issued_at desc, p.serial limit most
$$;
comment on function lookup.own_papers(bytea, int) is 'Papers that name the holder of an identity number, the latest first';
grant execute on function lookup.own_papers(bytea, int) to diaba_app;
