create or replace function staging.require_review(batch uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform staging.require_batch(batch);
  perform 1 from staging.batch b where b.batch_id = batch and b.status = 'validated' and b.kind = 'parcels' for update;
  if not found then
    raise exception 'batch % is not under review', batch using errcode = 'DB006';
  end if;
  if coalesce(current_setting('diaba.actor', true), '') = '' then
    raise exception 'a decision needs somebody who makes it' using errcode = 'DB006';
  end if;
end $$;
comment on function staging.require_review(uuid) is 'Refuses changes to a batch that is not the caller''s or not under review; holds it until the transaction ends';
