-- What OGC API Features reads beside portal.parcel: boundaries of communes and outlines of sheets, which the map has shown all along.

create view portal.commune_boundary with (security_barrier = true) as
  select u.code, u.valid_from, u.valid_to, u.name, u.kind, e.boundary
  from reference.administrative_unit u join reference.administrative_unit_extent e using (code, valid_from)
  where e.boundary is not null;
comment on view portal.commune_boundary is 'Communes whose boundary was imported, WGS 84; generalised, never for cadastral work';
alter view portal.commune_boundary owner to diaba_portal_owner;
grant select on portal.commune_boundary to diaba_portal, diaba_auditor;

create view portal.sheet_outline with (security_barrier = true) as
  select s.sheet_id, s.commune_code, s.commune_name, s.sheet_no, s.scale, s.unit_code, s.unit_name, s.unit_valid_from, s.srid,
    o.parcels, o.area_m2, o.geom_3857
  from portal.sheet s join cadastre.sheet_outline o using (sheet_id);
comment on view portal.sheet_outline is 'Map sheets that have current parcels, with where these lie: outlines for display only';
alter view portal.sheet_outline owner to diaba_portal_owner;
grant select on portal.sheet_outline to diaba_portal, diaba_auditor;
