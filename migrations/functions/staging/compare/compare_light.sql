-- Neighbours that only share a boundary are the rule: whether the interiors meet at all is asked before the common ground is made.
create or replace function staging.compare_light(batch uuid) returns void
  language plpgsql security definer set search_path = public as $$
declare
  shapes constant text := staging.work_table(batch, '');
begin
  perform staging.require_batch(batch);
  execute format('create unlogged table staging.%I as
    select * from (
      select a.record_no, b.record_no as other_no, st_area(st_intersection(a.geom, b.geom)) as area_m2
      from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no
        and staging.is_light(a.points, a.rings, b.points, b.rings) and st_relate(a.geom, b.geom, ''T********'')
      offset 0) compared
    where area_m2 > 1e-6', staging.work_table(batch, '_pairs'), shapes, shapes);
  -- Of a pair that is not light one shape has more than 500 points or 50 rings: few have.
  execute format('create unlogged table staging.%I as
    select row_number() over (order by weight, a_no, b_no) as seq, a_no as record_no, b_no as other_no from (
      select distinct least(a.record_no, b.record_no) as a_no, greatest(a.record_no, b.record_no) as b_no, a.points::bigint * b.points as weight
      from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no <> a.record_no
      where (a.points > 500 or a.rings > 50) and not staging.is_light(a.points, a.rings, b.points, b.rings)) heavy',
    staging.work_table(batch, '_pending'), shapes, shapes);
end $$;
comment on function staging.compare_light(uuid) is 'Compares all pairs that are quickly compared, at once, and leaves the others pending';
grant execute on function staging.compare_light(uuid) to diaba_app;
