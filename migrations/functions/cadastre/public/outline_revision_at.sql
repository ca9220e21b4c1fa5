create or replace function cadastre.outline_revision_at(z int, x int, y int, on_day date) returns text
  language sql stable set search_path = public as $$
  with tile as (select st_tileenvelope(z, x, y, margin => 0.015625) as box)
  select concat_ws('-',
    (select count(*) || '.' || coalesce(sum(o.revision), 0) from tile t join cadastre.commune_outline o on o.geom_3857 && t.box
     where o.valid_from <= on_day and (o.valid_to is null or on_day < o.valid_to)),
    case when z >= 11 then (select count(*) || '.' || coalesce(sum(o.revision), 0) from tile t join cadastre.sheet_outline o on o.geom_3857 && t.box) end,
    case when z >= 13 then (select count(*) || '.' || coalesce(sum(p.revision), 0) from tile t join cadastre.place p on p.point_3857 && t.box) end)
$$;
comment on function cadastre.outline_revision_at(int, int, int, date) is 'Revision of the outlines a tile shows on a day; a refreshed row has a new, higher revision, so number and sum change with any of them';
grant execute on function cadastre.outline_revision_at(int, int, int, date) to diaba_tiles;
