create or replace function cadastre.refuse_emptying() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'records are removed one by one, never all at once' using errcode = 'DB003';
end $$;
comment on function cadastre.refuse_emptying() is 'Refuses TRUNCATE of what parcels came from';
