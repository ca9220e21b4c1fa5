-- Who watches is nobody's business but his: the definer sees all watches, and tells nobody of them. A pending version is not public.
create or replace function watch.note_changes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from watch.watch) then
    return null;
  end if;
  insert into watch.notice (watch_id, parcel_id, change, at)
  select w.watch_id, r.parcel_id, case r.status when 'current' then 'registered' else 'ended' end, coalesce(r.ended_at, r.registered_at)
  from new_rows r
  cross join lateral (
    select o.watch_id from watch.watch o where o.parcel_id = r.parcel_id
    union all select o.watch_id from watch.watch o join cadastre.sheet s on s.commune_code = o.commune_code where s.sheet_id = r.sheet_id
    union all select o.watch_id from watch.watch o where o.area operator(public.&&) r.geom and public.st_intersects(o.area, r.geom)) w
  where r.status in ('current', 'historic')
  order by r.parcel_id, r.version_no;
  return null;
end $$;
comment on function watch.note_changes() is 'Notes for each watch which of its parcels were registered anew or ended, in the transaction that did it';
