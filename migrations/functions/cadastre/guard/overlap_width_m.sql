-- The largest circle is looked for in cells of a thousandth of the extent, along every arm of the ground: perimeter over extent says how many
-- there are, and each cell asks every edge. Up to this product it takes milliseconds; 200 rings within rings would take minutes.
create or replace function cadastre.overlap_width_m(common geometry) returns double precision
  language sql immutable strict parallel safe as $$
  select case when st_area(common) = 0 then 0
    when st_perimeter(common) / greatest(st_xmax(common) - st_xmin(common), st_ymax(common) - st_ymin(common)) * st_npoints(common) > 20000 then null
    else 2 * (st_maximuminscribedcircle(common)).radius end
$$;
comment on function cadastre.overlap_width_m(geometry) is 'Width of common ground: diameter of the largest circle inside it, m; null where finding it would take too long, to be treated as wide';
grant execute on function cadastre.overlap_width_m(geometry) to diaba_app, diaba_auditor;
