-- Where a file waits before it may become registered. Personal data (raw attributes, candidates) under row-level
-- security by commune; identity numbers never in clear. staging.scratch is the only unlogged table: a run that dies
-- leaves nothing of value in it, because the source file itself is kept.
--
-- The importer writes through functions: COPY is refused on a table with policies, and a policy switches the spatial index
-- off, so they run as the owner and check the caller's communes themselves.
--
-- Comparing shapes costs what a stranger's file decides: a few kilobytes of rings within rings, or one square three
-- thousand times, kept a worker busy for half an hour. Records of one shape are found by digest and compared once
-- (staging.same_shape); a pair that promises to be costly waits in a table of its own and is compared by itself, under a time
-- limit that the caller sets; what is left when time is up is noted (staging.uncompared), and the register refuses it. Nothing
-- that was not compared counts as compared.

create table staging.batch (
  batch_id uuid primary key,
  identity_sha256 bytea not null check (octet_length(identity_sha256) = 32),
  attempt int not null default 1 check (attempt > 0),
  source_sha256 bytea not null references document.stored_file,
  source_name text not null,
  kind text not null check (kind in ('parcels', 'commune-boundary')),
  commune_code char(5),
  commune_valid_from date,
  unit_code char(5),
  unit_valid_from date,
  options jsonb not null,
  status text not null,
  refusal jsonb,
  source jsonb,
  report jsonb,
  created_by text not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  promotion_dealing_id uuid references dealing.dealing,
  version int not null default 1 check (version > 0),
  changed_at timestamptz not null default now(),
  reason text,
  superseded_by uuid references staging.batch,
  proposal_dealing_id uuid references dealing.dealing,
  constraint batch_identity_key unique (identity_sha256, attempt),
  constraint batch_commune_fkey foreign key (commune_code, commune_valid_from) references reference.administrative_unit,
  constraint batch_unit_fkey foreign key (unit_code, unit_valid_from) references reference.administrative_unit,
  constraint batch_commune_of_parcels check (kind <> 'parcels' or (commune_code, commune_valid_from, unit_code, unit_valid_from) is not null),
  constraint batch_status check (status in ('received', 'staged', 'validated', 'proposed', 'promoted', 'reversal_proposed', 'refused',
    'rejected', 'reversed')),
  constraint batch_promoted_by_dealing check ((kind = 'parcels' and status in ('promoted', 'reversal_proposed', 'reversed'))
    = (promotion_dealing_id is not null)),
  constraint batch_proposal check ((status in ('proposed', 'reversal_proposed')) = (proposal_dealing_id is not null)),
  constraint batch_superseded check (superseded_by is null or status = 'rejected')
);
comment on table staging.batch is 'One imported file with its options; the same file and options again are the same batch';
comment on column staging.batch.batch_id is 'Id';
comment on column staging.batch.identity_sha256 is 'SHA-256 over the bytes'' digest and the options that change the outcome';
comment on column staging.batch.attempt is 'Rises with --again';
comment on column staging.batch.source_sha256 is 'Digest of the source file';
comment on column staging.batch.source_name is 'Name of the source file as given: a label';
comment on column staging.batch.kind is 'What the file holds';
comment on column staging.batch.commune_code is 'Commune it belongs to today; null for boundaries of many';
comment on column staging.batch.commune_valid_from is 'First day of that commune';
comment on column staging.batch.unit_code is 'Unit whose sheets these are, as claimed';
comment on column staging.batch.unit_valid_from is 'First day of that unit';
comment on column staging.batch.options is 'Options as given';
comment on column staging.batch.status is 'received, staged, validated, proposed, promoted, reversal_proposed, reversed; or refused (by the program), rejected (by an officer)';
comment on column staging.batch.refusal is 'Finding for which the whole file was refused';
comment on column staging.batch.source is 'What reading found: members, columns, encoding and projection with their reasons';
comment on column staging.batch.report is 'The report as last made';
comment on column staging.batch.created_by is 'Actor';
comment on column staging.batch.created_at is 'When it was received';
comment on column staging.batch.finished_at is 'When the last stage ended';
comment on column staging.batch.promotion_dealing_id is 'Dealing that promoted it';
comment on column staging.batch.version is 'Rises with every change, so that nobody decides on what he has not seen';
comment on column staging.batch.changed_at is 'When it last changed';
comment on column staging.batch.reason is 'Why it was sent back, rejected or is to be taken back, last';
comment on column staging.batch.superseded_by is 'Batch of the same bytes read with other options';
comment on column staging.batch.proposal_dealing_id is 'Open proposal of promotion or reversal';
create index batch_created_idx on staging.batch (created_at desc, batch_id);
create index batch_superseded_by_idx on staging.batch (superseded_by) where superseded_by is not null;
create trigger batch_refuse_delete before delete on staging.batch
  for each row execute function cadastre.refuse_removal();
create trigger batch_refuse_new_id before update on staging.batch
  for each row when (old.batch_id is distinct from new.batch_id) execute function cadastre.refuse_removal();
create trigger batch_refuse_truncate before truncate on staging.batch
  for each statement execute function cadastre.refuse_removal();
create trigger batch_tell after insert or update of status on staging.batch for each row execute function staging.tell_batch();
create trigger batch_keep_steps before update on staging.batch for each row execute function staging.keep_batch_steps();
create constraint trigger batch_tally after insert or update on staging.batch deferrable initially deferred
  for each row execute function staging.tally_batch();
alter table staging.batch enable row level security;
create policy batch_scope on staging.batch to diaba_app
  using (commune_code::text = any ((select string_to_array(nullif(current_setting('diaba.communes', true), ''), ','))::text[])
         or (select current_setting('diaba.communes', true)) = '*');
create policy batch_audit on staging.batch for select to diaba_auditor using (true);
grant select, insert, update on staging.batch to diaba_app;
grant select on staging.batch to diaba_auditor;

create table staging.file (
  batch_id uuid not null references staging.batch,
  file_no int not null check (file_no > 0),
  name text not null,
  kind text not null,
  status text not null check (status in ('read', 'ignored', 'refused')),
  reason text,
  records int not null default 0,
  constraint file_pkey primary key (batch_id, file_no)
);
comment on table staging.file is 'Members of a source file and what became of each';
comment on column staging.file.batch_id is 'Batch';
comment on column staging.file.file_no is 'Number within the batch';
comment on column staging.file.name is 'Name as given: a label, never a path';
comment on column staging.file.kind is 'Kind by content';
comment on column staging.file.status is 'read, ignored or refused';
comment on column staging.file.reason is 'Finding code or reason';
comment on column staging.file.records is 'Records it holds';
alter table staging.file enable row level security;
create policy file_scope on staging.file to diaba_app using (batch_id in (select batch_id from staging.batch));
create policy file_audit on staging.file for select to diaba_auditor using (true);
grant select, insert on staging.file to diaba_app;
grant select on staging.file to diaba_auditor;

create table staging.record (
  batch_id uuid not null,
  record_no int not null check (record_no > 0),
  parcel_id uuid not null default gen_random_uuid(),
  status text not null check (status in ('valid', 'warned', 'blocked', 'refused', 'ignored')),
  exclusion_reason text,
  raw jsonb not null,
  candidate jsonb,
  sheet_no text,
  parcel_no text,
  scale int,
  area_m2 numeric(18, 4),
  legal_area_m2 numeric(18, 4),
  parcel_code char(12),
  invalid_reason text,
  geom_legal geometry,
  geom geometry,
  feature_point geometry(Point),
  constraint record_pkey primary key (batch_id, record_no),
  constraint record_geom_srid check (st_srid(geom) = :registry_srid)
);
comment on table staging.record is 'Every record of a source file, raw beside the candidate parcel made of it';
comment on column staging.record.batch_id is 'Batch; checked once per statement';
comment on column staging.record.record_no is 'Number as in the file, from 1';
comment on column staging.record.parcel_id is 'Id the parcel gets when the record is promoted';
comment on column staging.record.status is 'Verdict: valid, warned, blocked, refused or ignored';
comment on column staging.record.exclusion_reason is 'Why an ignored record was left out';
comment on column staging.record.raw is 'Attributes as in the file; legacy bytes shown as Latin-1, identity numbers masked';
comment on column staging.record.candidate is 'sheetNo, parcelNo, areaM2, purposes, holders, address';
comment on column staging.record.sheet_no is 'Sheet number of the candidate';
comment on column staging.record.parcel_no is 'Parcel number of the candidate';
comment on column staging.record.scale is 'Scale denominator of the sheet; null when unknown';
comment on column staging.record.area_m2 is 'Area computed in the sheet''s own system';
comment on column staging.record.legal_area_m2 is 'Area declared in the file';
comment on column staging.record.parcel_code is '12-character code (TT 19/2026 Annex I)';
comment on column staging.record.invalid_reason is 'Why the polygon is not valid (ST_IsValidReason)';
comment on column staging.record.geom_legal is 'Geometry in the sheet''s own system, to 0.1 mm';
comment on column staging.record.geom is 'The same in the registry''s system';
comment on column staging.record.feature_point is 'Pole of inaccessibility, in the sheet''s own system';
create trigger record_keep_source_delete before delete on staging.record
  for each row execute function cadastre.keep_source();
create trigger record_keep_source_update before update on staging.record
  for each row when ((old.batch_id, old.record_no) is distinct from (new.batch_id, new.record_no))
  execute function cadastre.keep_source();
create trigger record_refuse_truncate before truncate on staging.record
  for each statement execute function cadastre.refuse_emptying();
create trigger record_batch_insert after insert on staging.record referencing new table as new_rows
  for each statement execute function cadastre.require_parent('record_batch_exists', 'staging.batch', 'batch_id');
create trigger record_forget_comparison after update of status on staging.record
  for each row when (old.status = 'ignored' and new.status <> 'ignored') execute function staging.forget_comparison();
alter table staging.record enable row level security;
create policy record_scope on staging.record to diaba_app using (batch_id in (select batch_id from staging.batch));
create policy record_audit on staging.record for select to diaba_auditor using (true);
grant select on staging.record to diaba_app, diaba_auditor;
grant update (status, exclusion_reason) on staging.record to diaba_app;

create table staging.identity_number (
  batch_id uuid not null,
  record_no int not null,
  ordinal int not null,
  cipher bytea not null,
  lookup_hash bytea not null check (octet_length(lookup_hash) = 32),
  constraint identity_number_pkey primary key (batch_id, record_no, ordinal)
);
comment on table staging.identity_number is 'Identity numbers found in a record, encrypted, with a keyed hash for look-up';
comment on column staging.identity_number.batch_id is 'Batch';
comment on column staging.identity_number.record_no is 'Record; checked once per statement';
comment on column staging.identity_number.ordinal is 'Order within the record, as candidate.holders refers to it';
comment on column staging.identity_number.cipher is 'AES-256-GCM: nonce, ciphertext, tag';
comment on column staging.identity_number.lookup_hash is 'HMAC-SHA-256 of the digits';
create trigger identity_number_record_insert after insert on staging.identity_number referencing new table as new_rows
  for each statement execute function staging.require_record('identity_number_record_exists');
create trigger identity_number_record_update after update on staging.identity_number referencing new table as new_rows
  for each statement execute function staging.require_record('identity_number_record_exists');
alter table staging.identity_number enable row level security;
create policy identity_number_scope on staging.identity_number to diaba_app using (batch_id in (select batch_id from staging.batch));
grant select on staging.identity_number to diaba_app;

create table staging.finding (
  finding_id bigint generated always as identity primary key,
  batch_id uuid not null references staging.batch,
  record_no int,
  code text not null,
  severity text not null check (severity in ('refuse', 'error', 'warning', 'info')),
  detail jsonb not null default '{}',
  field text,
  settled_by text
);
comment on table staging.finding is 'Facts about a file or a record; the severity is the verdict of the batch''s profile';
comment on column staging.finding.finding_id is 'Id';
comment on column staging.finding.batch_id is 'Batch';
comment on column staging.finding.record_no is 'Record; null for the whole file';
comment on column staging.finding.code is 'Code (server/domain/finding/finding.ts)';
comment on column staging.finding.severity is 'Verdict';
comment on column staging.finding.detail is 'Numbers and technical words; never a person''s data';
comment on column staging.finding.field is 'Field edited by hand that this is about; null for what the source or the other records give';
comment on column staging.finding.settled_by is 'Field whose edit answers it: kept, and no longer part of the verdict';
create index finding_batch_idx on staging.finding (batch_id, code, record_no);
create index finding_record_idx on staging.finding (batch_id, record_no);
comment on index staging.finding_record_idx is 'What is wrong with one record; by its code the other index finds it only by reading all of the batch';
alter table staging.finding enable row level security;
create policy finding_scope on staging.finding to diaba_app using (batch_id in (select batch_id from staging.batch));
create policy finding_audit on staging.finding for select to diaba_auditor using (true);
grant select, insert, delete on staging.finding to diaba_app;
grant select on staging.finding to diaba_auditor;
grant update (settled_by) on staging.finding to diaba_app;

create table staging.correction (
  batch_id uuid not null,
  record_no int not null,
  field text not null,
  rule text not null,
  before text not null,
  after text not null,
  status text not null check (status in ('applied', 'proposed', 'accepted', 'rejected')),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  initial_status text not null default 'applied' check (initial_status in ('applied', 'proposed')),
  before_value jsonb,
  after_value jsonb,
  reason text,
  constraint correction_pkey primary key (batch_id, record_no, field, rule),
  constraint correction_record_fkey foreign key (batch_id, record_no) references staging.record,
  constraint correction_values check ((rule = 'officer') = (before_value is not null and after_value is not null and reason is not null))
);
comment on table staging.correction is 'Every change made to a value on its way from raw to candidate, with who and why';
comment on column staging.correction.batch_id is 'Batch';
comment on column staging.correction.record_no is 'Record';
comment on column staging.correction.field is 'Column of the source';
comment on column staging.correction.rule is 'Rule that made it';
comment on column staging.correction.before is 'Decoded value before';
comment on column staging.correction.after is 'Value after';
comment on column staging.correction.status is 'applied by rule, or proposed, accepted, rejected by a person';
comment on column staging.correction.decided_by is 'Actor or rule';
comment on column staging.correction.decided_at is 'When';
comment on column staging.correction.initial_status is 'What undoing a decision returns to';
comment on column staging.correction.before_value is 'Of an edit by hand: value without it';
comment on column staging.correction.after_value is 'Of an edit by hand: value with it';
comment on column staging.correction.reason is 'Of an edit by hand: why';
create index correction_rule_idx on staging.correction (batch_id, rule, record_no);
alter table staging.correction enable row level security;
create policy correction_scope on staging.correction to diaba_app using (batch_id in (select batch_id from staging.batch));
create policy correction_audit on staging.correction for select to diaba_auditor using (true);
grant select on staging.correction to diaba_app, diaba_auditor;

create table staging.overlap_check (
  batch_id uuid primary key references staging.batch,
  records int not null,
  checked_at timestamptz not null default now()
);
comment on table staging.overlap_check is 'Batches whose records were compared with each other; written by staging.end_overlaps alone, so that the register can rely on it';
comment on column staging.overlap_check.batch_id is 'Batch';
comment on column staging.overlap_check.records is 'Records compared';
comment on column staging.overlap_check.checked_at is 'When';
alter table staging.overlap_check enable row level security;
create policy overlap_check_scope on staging.overlap_check for select to diaba_app using (batch_id in (select batch_id from staging.batch));
grant select on staging.overlap_check to diaba_app;

create table staging.overlap_pair (
  batch_id uuid not null references staging.batch,
  record_no int not null,
  other_no int not null,
  area_m2 double precision not null,
  width_m double precision,
  identical boolean not null,
  constraint overlap_pair_pkey primary key (batch_id, record_no, other_no),
  constraint overlap_pair_order check (record_no < other_no)
);
comment on table staging.overlap_pair is 'Common ground between shapes of a batch, each under the first record that has it; written by staging.end_overlaps alone';
comment on column staging.overlap_pair.batch_id is 'Batch';
comment on column staging.overlap_pair.record_no is 'Record';
comment on column staging.overlap_pair.other_no is 'The other record';
comment on column staging.overlap_pair.area_m2 is 'Common area, m²';
comment on column staging.overlap_pair.width_m is 'Width of the common ground, m; null where it was too costly to find';
comment on column staging.overlap_pair.identical is 'Whether both have the same shape';
alter table staging.overlap_pair enable row level security;
create policy overlap_pair_scope on staging.overlap_pair for select to diaba_app using (batch_id in (select batch_id from staging.batch));
grant select on staging.overlap_pair to diaba_app;

create table staging.same_shape (
  batch_id uuid not null references staging.batch,
  record_no int not null,
  first_no int not null,
  constraint same_shape_pkey primary key (batch_id, record_no),
  constraint same_shape_later check (record_no > first_no)
);
comment on table staging.same_shape is 'Records whose shape an earlier record of the batch has; written by staging.begin_overlaps alone';
comment on column staging.same_shape.batch_id is 'Batch';
comment on column staging.same_shape.record_no is 'Record';
comment on column staging.same_shape.first_no is 'First record with this shape';
create index same_shape_first_idx on staging.same_shape (batch_id, first_no, record_no);
alter table staging.same_shape enable row level security;
create policy same_shape_scope on staging.same_shape for select to diaba_app using (batch_id in (select batch_id from staging.batch));
grant select on staging.same_shape to diaba_app;

create table staging.uncompared (
  batch_id uuid not null references staging.batch,
  record_no int not null,
  constraint uncompared_pkey primary key (batch_id, record_no)
);
comment on table staging.uncompared is 'Records that could not be compared with all others in the time there was: of each such pair the heavier one. The register refuses them';
comment on column staging.uncompared.batch_id is 'Batch';
comment on column staging.uncompared.record_no is 'Record';
alter table staging.uncompared enable row level security;
create policy uncompared_scope on staging.uncompared for select to diaba_app using (batch_id in (select batch_id from staging.batch));
grant select on staging.uncompared to diaba_app;

create unlogged table staging.scratch (
  run_id uuid not null,
  record_no int not null,
  ignored text,
  raw jsonb not null,
  candidate jsonb,
  findings jsonb,
  corrections jsonb,
  identities jsonb,
  wkb bytea,
  point_x double precision,
  point_y double precision,
  parcel_code char(12)
);
comment on table staging.scratch is 'Rows of a run on their way in; unlogged, write-only for the application, emptied by staging.absorb_scratch';
comment on column staging.scratch.run_id is 'Run of the importer';
comment on column staging.scratch.record_no is 'Record';
comment on column staging.scratch.ignored is 'Reason when the record does not take part';
comment on column staging.scratch.raw is 'As staging.record.raw';
comment on column staging.scratch.candidate is 'As staging.record.candidate';
comment on column staging.scratch.findings is 'List of code and detail';
comment on column staging.scratch.corrections is 'List of field, rule, before, after';
comment on column staging.scratch.identities is 'List of hex cipher and hash';
comment on column staging.scratch.wkb is 'Polygon in the system of the sheet, OGC WKB';
comment on column staging.scratch.point_x is 'Feature point, east';
comment on column staging.scratch.point_y is 'Feature point, north';
comment on column staging.scratch.parcel_code is 'As staging.record.parcel_code';
grant insert on staging.scratch to diaba_app;

create view staging.record_view with (security_invoker = true) as
  select r.batch_id, r.record_no, r.status, r.raw, r.candidate,
    coalesce((select jsonb_agg(jsonb_build_object('code', f.code, 'severity', f.severity, 'detail', f.detail) order by f.code, f.finding_id)
              from staging.finding f where f.batch_id = r.batch_id and f.record_no = r.record_no), '[]'::jsonb) as findings,
    r.geom
  from staging.record r;
comment on view staging.record_view is 'Stable (contract 5): records with their findings, for tests, reports and auditors; holds personal data';
comment on column staging.record_view.batch_id is 'Batch';
comment on column staging.record_view.record_no is 'Record number as in the file';
comment on column staging.record_view.status is 'Status';
comment on column staging.record_view.raw is 'Attributes as in the file';
comment on column staging.record_view.candidate is 'sheetNo, parcelNo, areaM2, purposes, holders, address';
comment on column staging.record_view.findings is 'List of code, severity, detail';
comment on column staging.record_view.geom is 'Geometry in the registry''s system';
grant select on staging.record_view to diaba_app, diaba_auditor;
