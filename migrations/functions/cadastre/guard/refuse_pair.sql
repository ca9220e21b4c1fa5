create or replace function cadastre.refuse_pair(a uuid, b uuid, area_m2 double precision, width_m double precision) returns void
  language plpgsql set search_path = '' as $$
begin
  raise exception 'parcels % and % overlap by % m², % m wide', a, b, round(area_m2::numeric, 4), round(width_m::numeric, 4)
    using errcode = 'DB004', constraint = 'parcel_version_no_overlap';
end $$;
comment on function cadastre.refuse_pair(uuid, uuid, double precision, double precision) is 'Raises the refusal of two overlapping parcels';
