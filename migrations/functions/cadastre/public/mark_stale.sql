create or replace function cadastre.mark_stale() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into cadastre.stale_mark (sheet_id, commune_code)
  with touched as materialized (select distinct n.sheet_id from new_rows n where n.status <> 'pending')
  select t.sheet_id, null from touched t
  union all
  (select distinct null::uuid, s.commune_code from touched t join cadastre.sheet s using (sheet_id));
  return null;
end $$;
comment on function cadastre.mark_stale() is 'Marks what is derived from the parcels of a statement';
