create or replace function staging.renamed(holders jsonb, was text, becomes text) returns jsonb
  language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(case when h ->> 'name' = was then jsonb_set(h, '{name}', to_jsonb(becomes)) else h end order by n), '[]')
  from jsonb_array_elements(holders) with ordinality as e(h, n)
$$;
comment on function staging.renamed(jsonb, text, text) is 'Holders with one name replaced';
