-- Records of a batch were compared with each other (staging.end_overlaps); where every parcel that a promotion raises still
-- has exactly its record's shape, that comparison stands and is not made a second time.
-- Of versions written a moment ago PostgreSQL has no statistics and takes them for one: each would be looked for among all records.
create or replace function cadastre.was_compared(dealing uuid) returns boolean
  language plpgsql stable security definer set search_path = public set enable_nestloop = off as $$
declare
  compared uuid;
begin
  select d.batch_id into compared from dealing.dealing d join staging.overlap_check c using (batch_id)
  where d.dealing_id = dealing and d.kind = 'import_promotion';
  if compared is null then
    return false;
  end if;
  return (select bool_and(coalesce(v.geom = r.geom, false)) from cadastre.parcel_version v
    left join staging.record r on r.batch_id = compared and r.parcel_id = v.parcel_id
    where v.raised_by = dealing and v.status = 'current');
end $$;
comment on function cadastre.was_compared(uuid) is 'Whether all that a promotion raised was compared with each other while it was staged, and is unchanged';
