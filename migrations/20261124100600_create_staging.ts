import type { Knex } from 'knex';

/**
 * Where a file waits before it may become registered. Personal data (raw attributes, candidates) under row-level
 * security by commune; identity numbers never in clear. `staging.scratch` is the only unlogged table: a run that dies
 * leaves nothing of value in it, because the source file itself is kept.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table document.stored_file (
      sha256 bytea primary key check (octet_length(sha256) = 32),
      byte_length bigint not null check (byte_length >= 0),
      media_type text not null,
      stored_at timestamptz not null default now()
    );
    comment on table document.stored_file is 'Source files in the store, by the SHA-256 of their bytes';
    comment on column document.stored_file.sha256 is 'Digest of the bytes as received';
    comment on column document.stored_file.byte_length is 'Length in bytes';
    comment on column document.stored_file.media_type is 'Media type by content';
    comment on column document.stored_file.stored_at is 'When it was stored';
    grant select, insert on document.stored_file to diaba_app;
    grant select on document.stored_file to diaba_auditor;

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
      status text not null check (status in ('received', 'staged', 'validated', 'promoted', 'refused', 'rejected', 'reversed')),
      refusal jsonb,
      source jsonb,
      report jsonb,
      created_by text not null,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      promotion_dealing_id uuid references dealing.dealing,
      constraint batch_identity_key unique (identity_sha256, attempt),
      constraint batch_commune_fkey foreign key (commune_code, commune_valid_from) references reference.administrative_unit,
      constraint batch_unit_fkey foreign key (unit_code, unit_valid_from) references reference.administrative_unit,
      constraint batch_commune_of_parcels check (kind <> 'parcels' or (commune_code, commune_valid_from, unit_code, unit_valid_from) is not null),
      constraint batch_promoted_by_dealing check ((kind = 'parcels' and status in ('promoted', 'reversed')) = (promotion_dealing_id is not null))
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
    comment on column staging.batch.status is 'received, staged, validated, promoted; or refused (by the program), rejected (by an officer), reversed';
    comment on column staging.batch.refusal is 'Finding for which the whole file was refused';
    comment on column staging.batch.source is 'What reading found: members, columns, encoding and projection with their reasons';
    comment on column staging.batch.report is 'The report as last made';
    comment on column staging.batch.created_by is 'Actor';
    comment on column staging.batch.created_at is 'When it was received';
    comment on column staging.batch.finished_at is 'When the last stage ended';
    comment on column staging.batch.promotion_dealing_id is 'Dealing that promoted it';

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
      constraint record_pkey primary key (batch_id, record_no)
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

    create table staging.overlap_check (
      batch_id uuid primary key references staging.batch,
      records int not null,
      checked_at timestamptz not null default now()
    );
    comment on table staging.overlap_check is 'Batches whose records were compared with each other; written by staging.check_overlaps alone, so that the register can rely on it';
    comment on column staging.overlap_check.batch_id is 'Batch';
    comment on column staging.overlap_check.records is 'Records compared';
    comment on column staging.overlap_check.checked_at is 'When';

    create table staging.overlap_pair (
      batch_id uuid not null references staging.batch,
      record_no int not null,
      other_no int not null,
      area_m2 double precision not null,
      width_m double precision not null,
      identical boolean not null,
      constraint overlap_pair_pkey primary key (batch_id, record_no, other_no),
      constraint overlap_pair_order check (record_no < other_no)
    );
    comment on table staging.overlap_pair is 'Common ground between records of a batch; written by staging.check_overlaps alone';
    comment on column staging.overlap_pair.batch_id is 'Batch';
    comment on column staging.overlap_pair.record_no is 'Record';
    comment on column staging.overlap_pair.other_no is 'The other record';
    comment on column staging.overlap_pair.area_m2 is 'Common area, m²';
    comment on column staging.overlap_pair.width_m is 'Width of the common ground, m';
    comment on column staging.overlap_pair.identical is 'Whether both have the same shape';

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

    create table staging.finding (
      finding_id bigint generated always as identity primary key,
      batch_id uuid not null references staging.batch,
      record_no int,
      code text not null,
      severity text not null check (severity in ('refuse', 'error', 'warning', 'info')),
      detail jsonb not null default '{}'
    );
    comment on table staging.finding is 'Facts about a file or a record; the severity is the verdict of the batch''s profile';
    comment on column staging.finding.finding_id is 'Id';
    comment on column staging.finding.batch_id is 'Batch';
    comment on column staging.finding.record_no is 'Record; null for the whole file';
    comment on column staging.finding.code is 'Code (server/domain/finding/finding.ts)';
    comment on column staging.finding.severity is 'Verdict';
    comment on column staging.finding.detail is 'Numbers and technical words; never a person''s data';
    create index finding_batch_idx on staging.finding (batch_id, code, record_no);

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
      constraint correction_pkey primary key (batch_id, record_no, field, rule),
      constraint correction_record_fkey foreign key (batch_id, record_no) references staging.record
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

    -- A body that is parsed here and now needs no search path, and PostgreSQL can put it straight into a policy: with a
    -- search path of its own it was called once per row, a third of the time of writing rights.
    create function staging.in_scope(commune char(5)) returns boolean language sql stable
      return commune::text = any (string_to_array(nullif(current_setting('diaba.communes', true), ''), ','))
          or current_setting('diaba.communes', true) = '*';
    comment on function staging.in_scope(char) is 'Whether the acting officer''s communes include this one; no setting, no rows';

    alter table staging.batch enable row level security;
    alter table staging.file enable row level security;
    alter table staging.record enable row level security;
    alter table staging.identity_number enable row level security;
    alter table staging.finding enable row level security;
    alter table staging.correction enable row level security;
    alter table staging.overlap_check enable row level security;
    alter table staging.overlap_pair enable row level security;
    create policy batch_scope on staging.batch to diaba_app
      using (commune_code::text = any ((select string_to_array(nullif(current_setting('diaba.communes', true), ''), ','))::text[])
             or (select current_setting('diaba.communes', true)) = '*');
    create policy file_scope on staging.file to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy record_scope on staging.record to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy identity_number_scope on staging.identity_number to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy finding_scope on staging.finding to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy correction_scope on staging.correction to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy overlap_check_scope on staging.overlap_check for select to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy overlap_pair_scope on staging.overlap_pair for select to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy batch_audit on staging.batch for select to diaba_auditor using (true);
    create policy file_audit on staging.file for select to diaba_auditor using (true);
    create policy record_audit on staging.record for select to diaba_auditor using (true);
    create policy finding_audit on staging.finding for select to diaba_auditor using (true);
    create policy correction_audit on staging.correction for select to diaba_auditor using (true);

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

    grant select, insert, update on staging.batch to diaba_app;
    grant select, insert on staging.file, staging.finding to diaba_app;
    grant select on staging.correction, staging.identity_number, staging.overlap_check, staging.overlap_pair to diaba_app;
    grant delete on staging.finding to diaba_app;
    -- What a record is made of comes from staging.absorb_scratch and never changes: the register relies on it.
    grant select, update (status, exclusion_reason) on staging.record to diaba_app;
    grant insert on staging.scratch to diaba_app;
    grant select on staging.record_view to diaba_app, diaba_auditor;
    grant select on staging.batch, staging.file, staging.record, staging.finding, staging.correction to diaba_auditor;
    grant execute on function staging.in_scope(char) to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
