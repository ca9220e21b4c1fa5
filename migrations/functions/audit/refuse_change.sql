create or replace function audit.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the audit log is append only' using errcode = 'DB002';
end $$;
comment on function audit.refuse_change() is 'Refuses UPDATE, DELETE and TRUNCATE, for the owner too';
