create or replace function staging.compare_next(batch uuid, at_most int) returns int
  language plpgsql security definer set search_path = public as $$
declare
  shapes constant text := staging.work_table(batch, '');
  taken int;
begin
  perform staging.require_batch(batch);
  execute format('with taken as (
      delete from staging.%1$I where seq in (select seq from staging.%1$I order by seq limit %2$s) returning record_no, other_no),
    measured as (
      select t.record_no, t.other_no, st_area(st_intersection(a.geom, b.geom)) as area_m2
      from taken t join staging.%3$I a on a.record_no = t.record_no join staging.%3$I b on b.record_no = t.other_no
      where st_relate(a.geom, b.geom, ''T********'')),
    kept as (insert into staging.%4$I (record_no, other_no, area_m2) select * from measured where area_m2 > 1e-6)
    select count(*) from taken', staging.work_table(batch, '_pending'), at_most, shapes, staging.work_table(batch, '_pairs')) into taken;
  return taken;
end $$;
comment on function staging.compare_next(uuid, int) is 'Compares the next pending pairs; how many there were';
grant execute on function staging.compare_next(uuid, int) to diaba_app;
