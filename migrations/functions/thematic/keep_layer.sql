create or replace function thematic.keep_layer() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.layer_code, new.theme, new.created_by, new.created_at) is distinct from (old.layer_code, old.theme, old.created_by, old.created_at) then
    raise exception 'layer % is what it is: only its titles and channels change', old.layer_code using errcode = 'DB003';
  end if;
  new.version := old.version + 1;
  return new;
end $$;
comment on function thematic.keep_layer() is 'A layer keeps its code and theme; counts the version';
