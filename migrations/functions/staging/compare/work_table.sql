create or replace function staging.work_table(batch uuid, part text) returns text language sql immutable strict set search_path = '' as $$
  select 'work_' || replace(batch::text, '-', '') || part
$$;
comment on function staging.work_table(uuid, text) is 'Name of a working table of a comparison; they are dropped within the transaction that makes them';
