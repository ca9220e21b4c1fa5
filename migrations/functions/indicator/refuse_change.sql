create or replace function indicator.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'figures of a day that is over stay what they were' using errcode = 'DB002';
end $$;
comment on function indicator.refuse_change() is 'Refuses UPDATE, DELETE and TRUNCATE, for the owner too';
