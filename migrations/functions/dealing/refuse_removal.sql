create or replace function dealing.refuse_removal() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'a dealing is never deleted, and keeps its id' using errcode = 'DB001';
end $$;
comment on function dealing.refuse_removal() is 'A dealing, once there, stays: what it raised refers to it';
