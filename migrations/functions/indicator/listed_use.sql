create or replace function indicator.listed_use(land_use text) returns text language sql stable set search_path = '' as $$
  select coalesce(pg_catalog.string_agg(case when exists (select from reference.land_use l where l.code = part.code and not l.is_group) then part.code else '?' end,
    '+' order by part.n), '?')
  from pg_catalog.string_to_table(listed_use.land_use, '+') with ordinality as part(code, n)
$$;
comment on function indicator.listed_use(text) is 'Land-use codes joined by +, with ? for what is in no list: written by hand, it can say anything';
grant execute on function indicator.listed_use(text) to diaba_app;
