create or replace function portal.registry_box(shape geometry) returns geometry
  language sql immutable set search_path = '' as $$
  -- Edges that are straight in one system are bent in the other: cut into a hundred, and a thousandth of the size added.
  select public.st_expand(b, 1 + 0.001 * greatest(public.st_xmax(b) - public.st_xmin(b), public.st_ymax(b) - public.st_ymin(b)))
  from (select public.st_envelope(public.st_transform(public.st_segmentize(shape,
    greatest(public.st_xmax(shape) - public.st_xmin(shape), public.st_ymax(shape) - public.st_ymin(shape), 1e-6) / 100), :registry_srid)) as b) t
$$;
comment on function portal.registry_box(geometry) is 'A box of the registry''s system in which all of a shape of another system lies';
grant execute on function portal.registry_box(geometry) to diaba_portal_owner;
