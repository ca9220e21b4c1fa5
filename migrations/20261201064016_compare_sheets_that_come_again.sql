-- A sheet that comes again is promoted only as what differs from the register (docs/adr/0059): which records are of a current parcel, and in which
-- of its facts they differ. Names of facts only: what they were and are is read where it stands, by who may read it.
create table staging.difference (
  batch_id uuid not null,
  record_no int not null check (record_no > 0),
  parcel_id uuid not null,
  version_no int not null check (version_no > 0),
  fields text[] not null check (fields <@ '{boundary,legalAreaM2,purposes,address,holders,certificateSerial}'),
  primary key (batch_id, record_no)
);
comment on table staging.difference is 'Records of a batch that are of a current parcel, with what they say otherwise; replaced whenever the batch is held against the register';
comment on column staging.difference.batch_id is 'Batch; checked once per statement';
comment on column staging.difference.record_no is 'Record of the batch';
comment on column staging.difference.parcel_id is 'Current parcel of the same sheet and number, on the same ground';
comment on column staging.difference.version_no is 'Version it was compared with';
comment on column staging.difference.fields is 'Facts in which the record differs; none: it is what is registered';
create index difference_parcel_idx on staging.difference (batch_id, parcel_id);
comment on index staging.difference_parcel_idx is 'Which parcels a batch brings again';
create trigger difference_batch_insert after insert on staging.difference referencing new table as new_rows for each statement
  execute function cadastre.require_parent('difference_batch_exists', 'staging.batch', 'batch_id');
alter table staging.difference enable row level security;
create policy difference_scope on staging.difference to diaba_app using (batch_id in (select batch.batch_id from staging.batch));
create policy difference_audit on staging.difference for select to diaba_auditor using (true);
grant select, insert, delete on staging.difference to diaba_app;
grant select on staging.difference to diaba_auditor;

alter table dealing.proposal add column survey jsonb check (survey is null or jsonb_typeof(survey) = 'object');
comment on column dealing.proposal.survey is 'Paper that boundaries measured anew rest on: no, date, place; null where the batch changes none';

insert into reference.setting (name, valid_from, value, unit, source) values
  ('same_boundary_m', '2025-01-15', 0.001, 'm', 'Registry setting, docs/adr/0059-sheets-that-come-again.md'),
  ('same_ground_part', '2025-01-15', 0.5, 'part', 'Registry setting, docs/adr/0059-sheets-that-come-again.md');

-- A promotion registers re-surveys beside itself, which name the batch that brought them.
drop index dealing.dealing_open_of_batch_idx;
create unique index dealing_open_of_batch_idx on dealing.dealing (batch_id)
  where status in ('draft', 'lodged', 'examined', 'approved') and kind in ('import_promotion', 'import_reversal');
comment on index dealing.dealing_open_of_batch_idx is 'One open proposal per batch';
create index dealing_change_of_batch_idx on dealing.dealing (batch_id) where batch_id is not null and kind = 'resurvey';
comment on index dealing.dealing_change_of_batch_idx is 'Re-surveys that a batch brought';
