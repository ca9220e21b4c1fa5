create or replace function staging.members_of_shape(batch uuid, first int) returns int[] language sql stable set search_path = '' as $$
  select array_agg(r.record_no order by r.record_no) from staging.record r
  where r.batch_id = batch and r.status <> 'ignored'
    and r.record_no = any (first || array(select s.record_no from staging.same_shape s where s.batch_id = batch and s.first_no = first))
$$;
comment on function staging.members_of_shape(uuid, int) is 'Records that take part and have the shape of this one; null where none does';
grant execute on function staging.members_of_shape(uuid, int) to diaba_app;
