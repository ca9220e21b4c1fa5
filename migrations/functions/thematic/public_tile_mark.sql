-- Tiles may read nothing of this schema, so the answer is handed to them.
create or replace function thematic.public_tile_mark(of_layer text) returns text
  language sql stable security definer set search_path = '' as $$
  select cadastre.register_identity() || '-' || l.edition_id from portal.layer l
  where l.layer_code = of_layer and l.status = 'in_force' and 'tiles' = any (l.channels)
$$;
comment on function thematic.public_tile_mark(text) is 'What a tile of a public layer depends on; null where there is no such layer for the public';
grant execute on function thematic.public_tile_mark(text) to diaba_tiles;
