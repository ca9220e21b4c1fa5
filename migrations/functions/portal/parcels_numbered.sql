-- Through a function and not the view: a thousand rows joined with a security barrier read the whole view, and laterally they cost it a
-- thousand times. What is not published must not be asked; whoever calls this asks the policy first.
create or replace function portal.parcels_numbered(rows_at int[], sheets text[], nos text[], areas int[], area_ids int[], communes text[], units text[], unit_days date[], before timestamptz, with_ended boolean, at_most int)
  returns table (at int, ids text[]) language sql stable security definer rows 1000 set search_path = '' as $$
  with area as materialized (
    select * from unnest(area_ids, communes::char(5)[], units::char(5)[], unit_days) as a(id, commune, unit, first_day))
  select r.at, (array_agg(distinct v.parcel_id::text))[1:at_most]
  from unnest(rows_at, sheets, nos, areas) as r(at, sheet, no, area)
  join area a on a.id = r.area
  join cadastre.sheet s on s.commune_code = a.commune and s.number = r.sheet
    and (a.unit is null or (s.unit_code = a.unit and s.unit_valid_from = a.first_day))
  join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.parcel_no = r.no
  where v.status in ('current', 'historic') and v.registered_at < before and (with_ended or v.ended_at is null or v.ended_at >= before)
  group by r.at
$$;
comment on function portal.parcels_numbered(int[], text[], text[], int[], int[], text[], text[], date[], timestamptz, boolean, int) is 'Registered parcels by sheet and number in areas, many rows at once: those of each row, at most so many; as of just before an instant, those that had ended among them or not';
alter function portal.parcels_numbered(int[], text[], text[], int[], int[], text[], text[], date[], timestamptz, boolean, int) owner to diaba_portal_owner;
grant execute on function portal.parcels_numbered(int[], text[], text[], int[], int[], text[], text[], date[], timestamptz, boolean, int) to diaba_portal;
