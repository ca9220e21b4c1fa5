-- Indicators: figures of the land and of the office's work by commune and day. A day that is over is counted once, from rows that are dated,
-- and kept; the day that runs is counted again and again. What says something of persons is told to the public in steps of five (ADR 0053).

create table indicator.measure (
  measure text primary key check (measure ~ '^[a-z][a-z0-9_]*$'),
  is_stock boolean not null,
  unit text not null check (unit in ('count', 'm2')),
  personal boolean not null
);
comment on table indicator.measure is 'What is counted; said in words in server/domain/indicator/measures.ts';
comment on column indicator.measure.measure is 'Code';
comment on column indicator.measure.is_stock is 'True: how it stands at the end of the day; false: what came in the day';
comment on column indicator.measure.unit is 'count, or m2';
comment on column indicator.measure.personal is 'Whether a small number could say something of a person: the public is told it in steps of five';
insert into indicator.measure (measure, is_stock, unit, personal) values
  ('parcels', true, 'count', false),
  ('area_m2', true, 'm2', false),
  ('land_use_parcels', true, 'count', false),
  ('land_use_area_m2', true, 'm2', false),
  ('land_use_change_parcels', false, 'count', false),
  ('land_use_change_area_m2', false, 'm2', false),
  ('parcels_with_holder', true, 'count', false),
  ('files_received', false, 'count', false),
  ('files_registered', false, 'count', false),
  ('scans_received', false, 'count', false),
  ('documents_confirmed', false, 'count', false),
  ('documents_waiting', true, 'count', false),
  ('dealings_lodged', false, 'count', false),
  ('dealings_registered', false, 'count', false),
  ('dealings_refused', false, 'count', false),
  ('dealings_open', true, 'count', false),
  ('dealings_by_kind', false, 'count', true),
  ('requests_received', false, 'count', false),
  ('requests_decided', false, 'count', false),
  ('requests_late', false, 'count', false),
  ('requests_open', true, 'count', false),
  ('requests_overdue', true, 'count', false),
  ('mortgages', true, 'count', true),
  ('mortgages_registered', false, 'count', true),
  ('mortgages_released', false, 'count', true);

create table indicator.day (
  day date primary key,
  kept_at timestamptz not null default clock_timestamp()
);
comment on table indicator.day is 'Days that are over and whose figures are kept';
comment on column indicator.day.day is 'Day, Asia/Ho_Chi_Minh';
comment on column indicator.day.kept_at is 'When it was counted';

create table indicator.figure (
  day date not null references indicator.day,
  commune_code char(5) not null,
  measure text not null references indicator.measure,
  item text not null,
  value numeric(20, 2) not null check (value > 0),
  constraint figure_pkey primary key (day, commune_code, measure, item)
);
comment on table indicator.figure is 'Kept figures of days that are over; what is not here was nought. Never changed';
comment on column indicator.figure.day is 'Day';
comment on column indicator.figure.commune_code is 'Commune that the land belonged to when it was counted';
comment on column indicator.figure.measure is 'What was counted';
comment on column indicator.figure.item is 'Land-use code, change of it (LUC>ONT) or kind of dealing; empty for a measure without parts';
comment on column indicator.figure.value is 'Figure, in the unit of the measure';

create table indicator.running_day (
  one_row boolean primary key default true check (one_row),
  day date not null,
  counted_at timestamptz not null
);
comment on table indicator.running_day is 'The day that runs, one row: when its figures were last counted';
comment on column indicator.running_day.one_row is 'There is one row';
comment on column indicator.running_day.day is 'Day, Asia/Ho_Chi_Minh';
comment on column indicator.running_day.counted_at is 'As of when';

create table indicator.running_figure (
  commune_code char(5) not null,
  measure text not null references indicator.measure,
  item text not null,
  value numeric(20, 2) not null check (value > 0),
  constraint running_figure_pkey primary key (commune_code, measure, item)
);
comment on table indicator.running_figure is 'Figures of the day that runs, as last counted; derived, replaced by each count';
comment on column indicator.running_figure.commune_code is 'Commune';
comment on column indicator.running_figure.measure is 'What was counted';
comment on column indicator.running_figure.item is 'As in indicator.figure';
comment on column indicator.running_figure.value is 'Figure, in the unit of the measure';

create trigger day_kept before update or delete on indicator.day for each row execute function indicator.refuse_change();
create trigger day_kept_whole before truncate on indicator.day for each statement execute function indicator.refuse_change();
create trigger figure_kept before update or delete on indicator.figure for each row execute function indicator.refuse_change();
create trigger figure_kept_whole before truncate on indicator.figure for each statement execute function indicator.refuse_change();

grant select on indicator.measure, indicator.day, indicator.figure, indicator.running_day, indicator.running_figure to diaba_app, diaba_auditor, diaba_portal_owner;
grant insert on indicator.day, indicator.figure, indicator.running_day, indicator.running_figure to diaba_app;
grant update (day, counted_at) on indicator.running_day to diaba_app;
grant delete on indicator.running_figure to diaba_app;

create view indicator.known_day with (security_invoker = true) as
  select day, kept_at as counted_at, true as kept from indicator.day
  union all
  select r.day, r.counted_at, false from indicator.running_day r where not exists (select from indicator.day d where d.day = r.day);
comment on view indicator.known_day is 'Days of which there are figures: kept ones and the one that runs';
create view indicator.known_figure with (security_invoker = true) as
  select day, commune_code, measure, item, value from indicator.figure
  union all
  select r.day, f.commune_code, f.measure, f.item, f.value from indicator.running_day r cross join indicator.running_figure f
  where not exists (select from indicator.day d where d.day = r.day);
comment on view indicator.known_figure is 'Figures of all days, exact; for staff within its communes';
grant select on indicator.known_day, indicator.known_figure to diaba_app, diaba_auditor;

create view portal.indicator_day with (security_barrier = true) as
  select day, kept_at as counted_at, true as kept from indicator.day
  union all
  select r.day, r.counted_at, false from indicator.running_day r where not exists (select from indicator.day d where d.day = r.day);
comment on view portal.indicator_day is 'Days of which there are figures: kept ones and the one that runs';
alter view portal.indicator_day owner to diaba_portal_owner;
grant select on portal.indicator_day to diaba_portal, diaba_auditor;

create view portal.indicator_figure with (security_barrier = true) as
  select f.day, f.commune_code, f.measure, f.item, case when m.personal then indicator.in_fives(f.value) else f.value end as value
  from (
    select day, commune_code, measure, item, value from indicator.figure
    union all
    select r.day, f.commune_code, f.measure, f.item, f.value from indicator.running_day r cross join indicator.running_figure f
    where not exists (select from indicator.day d where d.day = r.day)
  ) f join indicator.measure m using (measure);
comment on view portal.indicator_figure is 'Figures by commune as the public is told them: personal ones in steps of five, null for one to four';
alter view portal.indicator_figure owner to diaba_portal_owner;
grant select on portal.indicator_figure to diaba_portal, diaba_auditor;

create view portal.indicator_total with (security_barrier = true) as
  select f.day, f.measure, f.item, case when m.personal then indicator.in_fives(sum(f.value)) else sum(f.value) end as value
  from (
    select day, measure, item, value from indicator.figure
    union all
    select r.day, f.measure, f.item, f.value from indicator.running_day r cross join indicator.running_figure f
    where not exists (select from indicator.day d where d.day = r.day)
  ) f join indicator.measure m using (measure)
  group by f.day, f.measure, f.item, m.personal;
comment on view portal.indicator_total is 'Figures of all communes together as the public is told them: personal ones in steps of five of the exact sum';
alter view portal.indicator_total owner to diaba_portal_owner;
grant select on portal.indicator_total to diaba_portal, diaba_auditor;
