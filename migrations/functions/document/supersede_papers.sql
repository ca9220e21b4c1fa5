create or replace function document.supersede_papers() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update document.paper p set status = 'superseded', superseded_at = clock_timestamp(), superseded_by = changed.dealing_id
  from (
    select distinct on (a.serial) a.serial, coalesce(r.ended_by, r.raised_by) as dealing_id
    from new_rows r join document.paper_parcel a on a.parcel_id = r.parcel_id
    order by a.serial, r.ended_by nulls last
  ) changed
  -- A receipt and a form say what was asked, whatever the register says.
  where p.serial = changed.serial and p.status = 'issued' and p.kind not in ('receipt', 'request_form');
  return null;
end $$;
comment on function document.supersede_papers() is 'Papers about parcels whose version ended or whose rights changed no longer say what the register says';
