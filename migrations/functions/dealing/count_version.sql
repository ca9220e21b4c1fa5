create or replace function dealing.count_version() returns trigger language plpgsql set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;
comment on function dealing.count_version() is 'Counts a version with every change of a dealing';
