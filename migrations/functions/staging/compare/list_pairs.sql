create or replace function staging.list_pairs(batch uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
declare
  shapes constant text := staging.work_table(batch, '');
  crowd constant int := 200;
  most bigint;
  listed bigint;
  counting text;
begin
  perform staging.require_batch(batch);
  execute format('select 50000 + 30 * count(*) from staging.%I', shapes) into most;
  counting := format('select count(*) from (select 1 from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no limit %s) c',
    shapes, shapes, most + 1);
  execute counting into listed;
  if listed > most then
    execute format('with crowded as (
        select a.record_no from staging.%I a
        where (select count(*) from (select 1 from staging.%I b where b.geom && a.geom limit %s) c) > %s),
      gone as (delete from staging.%I w using crowded c where c.record_no = w.record_no returning w.record_no)
      insert into staging.uncompared (batch_id, record_no) select %L, record_no from gone', shapes, shapes, crowd + 2, crowd + 1, shapes, batch);
    execute counting into listed;
    if listed > most then return false; end if;
  end if;
  execute format('create unlogged table staging.%I (record_no int, other_no int, area_m2 double precision)', staging.work_table(batch, '_pairs'));
  execute format('create unlogged table staging.%I as
    select row_number() over (order by a.points::bigint * b.points, a.record_no, b.record_no) as seq, a.record_no, b.record_no as other_no
    from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no', staging.work_table(batch, '_pending'), shapes, shapes);
  return true;
end $$;
comment on function staging.list_pairs(uuid) is 'Where comparing at once took too long: leaves all pairs pending, without records that lie in a crowd of over 200; false where there are too many all the same';
grant execute on function staging.list_pairs(uuid) to diaba_app;
