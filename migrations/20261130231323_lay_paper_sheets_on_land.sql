-- Map sheets on paper: a page of the archive laid on the land by control points, what was traced over it, and for each batch that came of
-- it what it was traced from.

create table reference.corner_tolerance (
  regulation text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  scale int not null check (scale > 0),
  tolerance_cm numeric not null check (tolerance_cm > 0),
  source text not null,
  constraint corner_tolerance_pkey primary key (regulation, scale)
);
comment on table reference.corner_tolerance is 'Allowed error of a corner of a parcel against the nearest control point, cm, by the scale of the sheet';
comment on column reference.corner_tolerance.regulation is 'Legal text';
comment on column reference.corner_tolerance.valid_from is 'First day in force';
comment on column reference.corner_tolerance.valid_to is 'First day no longer in force';
comment on column reference.corner_tolerance.scale is 'Denominator of the map scale';
comment on column reference.corner_tolerance.tolerance_cm is 'Allowed error, cm';
comment on column reference.corner_tolerance.source is 'Where the row comes from';
grant select on reference.corner_tolerance to diaba_app, diaba_auditor, diaba_portal_owner;
-- The limits of 2014 for whole sheets; the option of half as much again on farm land is not taken.
insert into reference.corner_tolerance (regulation, valid_from, scale, tolerance_cm, source)
select 'Thông tư 25/2014/TT-BTNMT', '2014-07-05', scale, cm, 'Thông tư 25/2014/TT-BTNMT, Điều 7'
from (values (200, 5), (500, 7), (1000, 15), (2000, 30), (5000, 150), (10000, 300)) as limits (scale, cm);

create table document.map_sheet (
  scan_id uuid not null,
  page_no int not null,
  commune_code char(5) not null,
  srid int not null check (srid > 0),
  scale int not null check (scale > 0),
  sheet_no text not null check (sheet_no ~ '^[0-9A-Za-z-]{1,20}$'),
  method text not null check (method in ('affine', 'projective', 'thin_plate')),
  points jsonb not null check (jsonb_typeof(points) = 'array'),
  rms_m double precision check (rms_m >= 0),
  verdict text not null check (verdict in ('open', 'few', 'within', 'beyond')),
  parcels jsonb not null default '[]' check (jsonb_typeof(parcels) = 'array'),
  version int not null default 1 check (version > 0),
  changed_by text not null check (changed_by <> ''),
  changed_at timestamptz not null default clock_timestamp(),
  constraint map_sheet_pkey primary key (scan_id, page_no),
  constraint map_sheet_page_fkey foreign key (scan_id, page_no) references document.scan_page
);
comment on table document.map_sheet is 'A page that is a map sheet, laid on the land by points of which both places are known';
comment on column document.map_sheet.scan_id is 'Scan';
comment on column document.map_sheet.page_no is 'Place in the file';
comment on column document.map_sheet.commune_code is 'Commune';
comment on column document.map_sheet.srid is 'System of the sheet, EPSG';
comment on column document.map_sheet.scale is 'Denominator of its scale';
comment on column document.map_sheet.sheet_no is 'Number of the sheet';
comment on column document.map_sheet.method is 'affine, projective or thin_plate';
comment on column document.map_sheet.points is 'Control points: place in the full picture, north and east in metres, whether each takes part';
comment on column document.map_sheet.rms_m is 'Root mean square error of a point, metres; null while too few take part';
comment on column document.map_sheet.verdict is 'open: nothing is laid down yet; few; within or beyond the tolerance of the scale';
comment on column document.map_sheet.parcels is 'Boundaries traced so far: number, use and area as printed, corners in points of the full picture';
comment on column document.map_sheet.version is 'Rises with every change';
comment on column document.map_sheet.changed_by is 'Who changed it last';
comment on column document.map_sheet.changed_at is 'When';
create trigger map_sheet_counts before update on document.map_sheet for each row execute function document.count_map_sheet();
create trigger map_sheet_stays before delete on document.map_sheet for each row execute function cadastre.refuse_removal();
alter table document.map_sheet enable row level security;
create policy map_sheet_scope on document.map_sheet to diaba_app using (staging.in_scope(commune_code));
grant select, insert on document.map_sheet to diaba_app;
grant update (srid, scale, sheet_no, method, points, rms_m, verdict, parcels, changed_by) on document.map_sheet to diaba_app;

create table document.digitisation (
  batch_id uuid not null references staging.batch,
  scan_id uuid not null,
  page_no int not null,
  commune_code char(5) not null,
  srid int not null check (srid > 0),
  scale int not null check (scale > 0),
  sheet_no text not null check (sheet_no <> ''),
  method text not null check (method in ('affine', 'projective', 'thin_plate')),
  points jsonb not null check (jsonb_typeof(points) = 'array'),
  rms_m double precision not null check (rms_m >= 0),
  tolerance_m double precision not null check (tolerance_m > 0),
  parcels int not null check (parcels > 0),
  made_by text not null check (made_by <> ''),
  made_at timestamptz not null default clock_timestamp(),
  constraint digitisation_pkey primary key (batch_id),
  constraint digitisation_page_fkey foreign key (scan_id, page_no) references document.scan_page
);
comment on table document.digitisation is 'The survey document of a batch that was digitised from a scanned sheet: what it was traced from, and how exactly';
comment on column document.digitisation.batch_id is 'Batch';
comment on column document.digitisation.scan_id is 'Scan of the sheet';
comment on column document.digitisation.page_no is 'Its page';
comment on column document.digitisation.commune_code is 'Commune';
comment on column document.digitisation.srid is 'System of the sheet, EPSG';
comment on column document.digitisation.scale is 'Denominator of its scale';
comment on column document.digitisation.sheet_no is 'Number of the sheet';
comment on column document.digitisation.method is 'affine, projective or thin_plate';
comment on column document.digitisation.points is 'Control points it was laid down by';
comment on column document.digitisation.rms_m is 'Root mean square error of a point, metres';
comment on column document.digitisation.tolerance_m is 'Tolerance of the scale on that day, metres';
comment on column document.digitisation.parcels is 'Boundaries that were handed over';
comment on column document.digitisation.made_by is 'Who handed it over';
comment on column document.digitisation.made_at is 'When';
create index digitisation_page_idx on document.digitisation (scan_id, page_no, made_at);
comment on index document.digitisation_page_idx is 'What came of a sheet';
create trigger digitisation_stays before update or delete on document.digitisation for each row execute function cadastre.refuse_removal();
alter table document.digitisation enable row level security;
create policy digitisation_scope on document.digitisation to diaba_app using (staging.in_scope(commune_code));
create policy digitisation_audit on document.digitisation for select to diaba_auditor using (true);
grant select, insert on document.digitisation to diaba_app;
grant select on document.digitisation to diaba_auditor;
