-- Tiles may read their columns of cadastre and nothing in portal or reference, so the answer is handed to them.
create or replace function cadastre.published_fields(of_channel text) returns text[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(field order by field), '{}') from portal.publication_policy where channel = of_channel and allowed
$$;
comment on function cadastre.published_fields(text) is 'Fields of a channel that are published today, * for the channel itself';
grant execute on function cadastre.published_fields(text) to diaba_tiles;
