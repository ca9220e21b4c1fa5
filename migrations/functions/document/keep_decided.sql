create or replace function document.keep_decided() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' or old.status in ('confirmed', 'rejected') then
    raise exception 'document % is %: it is not changed any more', old.document_id, old.status using errcode = 'DB003';
  end if;
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;
comment on function document.keep_decided() is 'A document that was decided on is not changed; every other change counts a version';
