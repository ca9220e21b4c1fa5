create or replace function staging.forget_comparison() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from staging.overlap_check c where c.batch_id = new.batch_id and exists (
    select from staging.correction k where k.batch_id = new.batch_id and k.field = 'ring' and k.rule = 'officer');
  return null;
end $$;
comment on function staging.forget_comparison() is 'A record that was left out when its batch was compared anew, after a ring was edited, was not compared';
