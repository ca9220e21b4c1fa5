create or replace function thematic.check_initial_load() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.status not in ('proposed', 'in_force') or (new.status = 'in_force') <> new.initial_load then
    raise exception 'an edition begins as a proposal' using errcode = 'DB003';
  end if;
  if new.initial_load and exists (select from thematic.edition e where e.layer_code = new.layer_code) then
    raise exception 'layer % has an edition: another needs a second person', new.layer_code using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function thematic.check_initial_load() is 'Only the first edition of a layer is put in force by who brings it';
