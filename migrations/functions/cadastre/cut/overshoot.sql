create or replace function cadastre.overshoot(line geometry, by_m double precision) returns geometry
  language plpgsql immutable strict set search_path = public as $$
declare
  n int := st_npoints(line);
  a geometry;
  b geometry;
begin
  if st_isclosed(line) then
    return line;
  end if;
  a := st_pointn(line, 1);
  b := st_pointn(line, 2);
  line := st_setpoint(line, 0, st_setsrid(st_makepoint(
    st_x(a) + (st_x(a) - st_x(b)) * by_m / st_distance(a, b), st_y(a) + (st_y(a) - st_y(b)) * by_m / st_distance(a, b)), st_srid(line)));
  a := st_pointn(line, n);
  b := st_pointn(line, n - 1);
  return st_setpoint(line, n - 1, st_setsrid(st_makepoint(
    st_x(a) + (st_x(a) - st_x(b)) * by_m / st_distance(a, b), st_y(a) + (st_y(a) - st_y(b)) * by_m / st_distance(a, b)), st_srid(line)));
end $$;
comment on function cadastre.overshoot(geometry, double precision) is 'A line with both ends lengthened in their own direction; a closed one as it is. Repeated points must have been removed';
grant execute on function cadastre.overshoot(geometry, double precision) to diaba_app;
