create or replace function document.count_map_sheet() returns trigger language plpgsql set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;
comment on function document.count_map_sheet() is 'Every change of a map sheet counts a version';
