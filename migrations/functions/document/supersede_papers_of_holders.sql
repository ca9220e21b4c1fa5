create or replace function document.supersede_papers_of_holders() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update document.paper p set status = 'superseded', superseded_at = clock_timestamp(), superseded_by = changed.dealing_id
  from (
    select distinct on (a.serial) a.serial, coalesce(n.ended_by, n.raised_by) as dealing_id
    from new_rows n join rights."right" r on r.party_id = n.party_id and r.ended_at is null
    join document.paper_parcel a on a.parcel_id = r.parcel_id
    order by a.serial, n.ended_by nulls last
  ) changed
  -- A receipt and a form say what was asked, whatever the register says.
  where p.serial = changed.serial and p.status = 'issued' and p.kind not in ('receipt', 'request_form');
  return null;
end $$;
comment on function document.supersede_papers_of_holders() is 'Papers about parcels whose holder is called otherwise no longer say what the register says';
