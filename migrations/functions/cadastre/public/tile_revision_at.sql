create or replace function cadastre.tile_revision_at(z int, x int, y int) returns bigint
  language sql stable set search_path = '' as $$
  select coalesce(max(revision), 0) from cadastre.tile_revision
  where case when z >= 14 then cell_x = x >> (z - 14) and cell_y = y >> (z - 14)
    else cell_x between x << (14 - z) and ((x + 1) << (14 - z)) - 1
     and cell_y between y << (14 - z) and ((y + 1) << (14 - z)) - 1 end
$$;
comment on function cadastre.tile_revision_at(int, int, int) is 'Revision of the area a tile shows; changes when anything in it is registered or ended';
grant execute on function cadastre.tile_revision_at(int, int, int) to diaba_app, diaba_portal, diaba_tiles;
