/** A box in degrees as text of a JSON list, from an expression that gives a geometry or null. */
export const box = (extent: string) =>
  `(select case when e.g is null then null else json_build_array(round(st_xmin(e.g)::numeric, 7), round(st_ymin(e.g)::numeric, 7),
     round(st_xmax(e.g)::numeric, 7), round(st_ymax(e.g)::numeric, 7)) end from (select st_transform(${extent}, 4326) as g) e)`;
