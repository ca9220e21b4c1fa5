create or replace function staging.give_up_next(batch uuid) returns void
  language plpgsql security definer set search_path = public as $$
begin
  perform staging.require_batch(batch);
  execute format('with heavier as (
      select case when a.points > b.points then a.record_no else b.record_no end as record_no
      from (select * from staging.%1$I order by seq limit 1) p
      join staging.%2$I a on a.record_no = p.record_no join staging.%2$I b on b.record_no = p.other_no),
    gone as (delete from staging.%1$I p using heavier h where h.record_no in (p.record_no, p.other_no))
    insert into staging.uncompared (batch_id, record_no) select %3$L, record_no from heavier on conflict do nothing',
    staging.work_table(batch, '_pending'), staging.work_table(batch, ''), batch);
end $$;
comment on function staging.give_up_next(uuid) is 'Notes the heavier record of the next pending pair as one that is not compared, and drops its other pairs';
grant execute on function staging.give_up_next(uuid) to diaba_app;
