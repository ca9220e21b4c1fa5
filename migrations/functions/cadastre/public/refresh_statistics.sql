create or replace function cadastre.refresh_statistics() returns void language plpgsql security definer set search_path = '' as $$
begin
  -- Without what no query chooses by: shapes without an index are the larger part of the work.
  analyze cadastre.sheet, cadastre.parcel, cadastre.parcel_purpose, cadastre.parcel_version
    (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, raised_by, ended_by, registered_at, ended_at, geom, geom_3857);
end $$;
comment on function cadastre.refresh_statistics() is 'Lets the planner know of a large promotion at once, and not when autovacuum comes by';
grant execute on function cadastre.refresh_statistics() to diaba_app;
