-- execute, since a plan that does not know the pattern cannot tell what the trigram index is worth and never uses it.
create or replace function portal.places_named(wanted text, communes char(5)[], nearly boolean, at_most int) returns setof portal.place
  language plpgsql stable security definer rows 20 set search_path = public as $$
begin
  return query execute format('
    with found as materialized (
      select p.commune_code, p.name, p.key, p.parcels from cadastre.place p
      where %s and ($2 is null or p.commune_code = any ($2))
      order by p.key = $1 desc, right(p.key, length($1) + 1) = '' '' || $1 desc, %s p.parcels desc, p.commune_code, p.name
      limit $3)
    select v.* from (select f.*, row_number() over () as rank from found f) f cross join lateral (
      select * from portal.place v where v.commune_code = f.commune_code and v.name = f.name) v order by f.rank',
    case when nearly then '$1 <% p.key' else 'p.key like $4' end,
    case when nearly then 'word_similarity($1, p.key) desc,' else '' end)
    using wanted, communes, at_most, '%' || regexp_replace(wanted, '([\\%_])', '\\\1', 'g') || '%';
end $$;
comment on function portal.places_named(text, char[], boolean, int) is 'Places whose key holds the wanted key, or is nearly like a part of it; best first, in some communes or (null) all';
alter function portal.places_named(text, char[], boolean, int) owner to diaba_portal_owner;
grant execute on function portal.places_named(text, char[], boolean, int) to diaba_portal;
