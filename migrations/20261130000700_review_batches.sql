-- A batch under review: what is proposed to a second person, and who decided what. The application moves a batch; that no
-- step is skipped, that a promotion has its dealing, and that a proposer does not approve is asked here again.
--
-- The history of a batch is its rows of the audit log. They hold ids, codes and counts only, so the reasons that people
-- gave stay here, and the two are tied by the transaction that wrote both (xid).
--
-- Lists of batches are sorted and filtered by what is in them. Counting the records of every batch for each look is no
-- work for a province, so what is in a batch is counted once a version, when the transaction that made it ends
-- (staging.batch_tally).

create table staging.staff (
  actor text primary key,
  name text not null check (name <> ''),
  seen_at timestamptz not null default now()
);
comment on table staging.staff is 'Names of those who acted on batches, for colleagues who look at them';
comment on column staging.staff.actor is 'Subject at the identity provider';
comment on column staging.staff.name is 'Name as the identity provider last gave it';
comment on column staging.staff.seen_at is 'When';
alter table staging.staff enable row level security;
create policy staff_read on staging.staff for select to diaba_app using (true);
create policy staff_own on staging.staff for insert to diaba_app with check (actor = (select current_setting('diaba.actor', true)));
create policy staff_rename on staging.staff for update to diaba_app using (actor = (select current_setting('diaba.actor', true)));
grant select, insert on staging.staff to diaba_app;
grant update (name, seen_at) on staging.staff to diaba_app;

create table staging.proposal (
  dealing_id uuid primary key references dealing.dealing,
  batch_id uuid not null references staging.batch,
  batch_version int not null,
  note text,
  counts jsonb not null,
  findings jsonb not null,
  corrections jsonb not null,
  sample int[] not null,
  land_before jsonb not null,
  land_after jsonb not null,
  proposed_at timestamptz not null default now()
);
comment on table staging.proposal is 'What a second person is shown before deciding; written once, the same for all who look';
comment on column staging.proposal.dealing_id is 'Dealing proposed';
comment on column staging.proposal.batch_id is 'Batch to be promoted or taken back';
comment on column staging.proposal.batch_version is 'Version of the batch when it was proposed';
comment on column staging.proposal.note is 'Words of the proposer';
comment on column staging.proposal.counts is 'Records by status';
comment on column staging.proposal.findings is 'Open findings by code';
comment on column staging.proposal.corrections is 'Corrections in effect, and how many of them by hand';
comment on column staging.proposal.sample is 'Records drawn for a look, by a digest of batch and record: nobody chooses them';
comment on column staging.proposal.land_before is 'Registered land of the commune: parcels, area, box';
comment on column staging.proposal.land_after is 'The same if it is approved';
comment on column staging.proposal.proposed_at is 'When';
create index proposal_batch_idx on staging.proposal (batch_id, proposed_at);
alter table staging.proposal enable row level security;
create policy proposal_scope on staging.proposal to diaba_app using (batch_id in (select batch_id from staging.batch));
create policy proposal_audit on staging.proposal for select to diaba_auditor using (true);
grant select, insert on staging.proposal to diaba_app;
grant select on staging.proposal to diaba_auditor;

create table staging.correction_step (
  step_id bigint generated always as identity primary key,
  batch_id uuid not null,
  record_no int not null,
  field text not null,
  rule text not null,
  decision text not null,
  before text not null,
  after text not null,
  reason text,
  decided_by text not null check (decided_by <> ''),
  decided_at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),
  constraint correction_step_correction_fkey foreign key (batch_id, record_no, field, rule) references staging.correction,
  constraint correction_step_decision check (decision in ('accept', 'reject', 'undo', 'edit', 'carry'))
);
comment on table staging.correction_step is 'Every decision on a correction; written by staging.edit_record and staging.decide_corrections alone';
comment on column staging.correction_step.step_id is 'Order';
comment on column staging.correction_step.batch_id is 'Batch';
comment on column staging.correction_step.record_no is 'Record';
comment on column staging.correction_step.field is 'As staging.correction.field';
comment on column staging.correction_step.rule is 'As staging.correction.rule';
comment on column staging.correction_step.decision is 'accept, reject, undo; edit by hand; or carry: decided when the same file came before';
comment on column staging.correction_step.before is 'Status, or for an edit the value, before';
comment on column staging.correction_step.after is 'The same after';
comment on column staging.correction_step.reason is 'Why';
comment on column staging.correction_step.decided_by is 'Who';
comment on column staging.correction_step.decided_at is 'When';
comment on column staging.correction_step.xid is 'Transaction, the same as that of its row in audit.entry';
create index correction_step_record_idx on staging.correction_step (batch_id, record_no);
alter table staging.correction_step enable row level security;
create policy correction_step_scope on staging.correction_step for select to diaba_app using (batch_id in (select batch_id from staging.batch));
create policy correction_step_audit on staging.correction_step for select to diaba_auditor using (true);
grant select on staging.correction_step to diaba_app, diaba_auditor;

create table staging.exclusion_step (
  step_id bigint generated always as identity primary key,
  batch_id uuid not null,
  record_no int not null,
  step text not null check (step in ('exclude', 'include')),
  code text,
  reason text,
  decided_by text not null check (decided_by <> ''),
  decided_at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),
  constraint exclusion_step_record_fkey foreign key (batch_id, record_no) references staging.record,
  constraint exclusion_step_reason check (step = 'include' or reason is not null)
);
comment on table staging.exclusion_step is 'Who left a record out or took it back in, when and why';
comment on column staging.exclusion_step.step_id is 'Order';
comment on column staging.exclusion_step.batch_id is 'Batch';
comment on column staging.exclusion_step.record_no is 'Record';
comment on column staging.exclusion_step.step is 'exclude or include';
comment on column staging.exclusion_step.code is 'Finding by which it was left out or taken in together with others; null for a single choice';
comment on column staging.exclusion_step.reason is 'Why';
comment on column staging.exclusion_step.decided_by is 'Who';
comment on column staging.exclusion_step.decided_at is 'When';
comment on column staging.exclusion_step.xid is 'Transaction, the same as that of its row in audit.entry';
create index exclusion_step_record_idx on staging.exclusion_step (batch_id, record_no);
alter table staging.exclusion_step enable row level security;
create policy exclusion_step_scope on staging.exclusion_step to diaba_app using (batch_id in (select batch_id from staging.batch));
create policy exclusion_step_audit on staging.exclusion_step for select to diaba_auditor using (true);
grant select, insert on staging.exclusion_step to diaba_app;
grant select on staging.exclusion_step to diaba_auditor;

create table staging.answer (
  actor text not null,
  door text not null,
  key uuid not null,
  batch_id uuid not null references staging.batch,
  asked bytea not null check (octet_length(asked) = 32),
  reply jsonb not null,
  answered_at timestamptz not null default now(),
  constraint answer_pkey primary key (actor, door, key)
);
comment on table staging.answer is 'First answers to writes on batches: the same request again is given the same answer. Never a person';
comment on column staging.answer.actor is 'Who asked';
comment on column staging.answer.door is 'Where';
comment on column staging.answer.key is 'Idempotency-Key or dealingId';
comment on column staging.answer.batch_id is 'Batch';
comment on column staging.answer.asked is 'SHA-256 of what was asked';
comment on column staging.answer.reply is 'What was answered';
comment on column staging.answer.answered_at is 'When';
alter table staging.answer enable row level security;
create policy answer_scope on staging.answer to diaba_app using (
  actor = (select current_setting('diaba.actor', true)) and batch_id in (select batch_id from staging.batch));
grant select, insert on staging.answer to diaba_app;

-- Sheet 9 before sheet 10, đ after d (Unicode Technical Standard 35, u extension: kn).
create collation staging.natural_order (provider = icu, locale = 'vi-u-kn');
comment on collation staging.natural_order is 'Vietnamese, numbers in a text by their value';

create table staging.batch_tally (
  batch_id uuid primary key references staging.batch,
  version int not null,
  read int not null,
  valid int not null,
  warned int not null,
  blocked int not null,
  refused int not null,
  ignored int not null,
  errors int not null,
  warnings int not null,
  infos int not null,
  file_blocked boolean not null,
  sheets text[] not null
);
comment on table staging.batch_tally is 'What was in a batch when a version of it was committed; derived, and only right for that version';
comment on column staging.batch_tally.batch_id is 'Batch';
comment on column staging.batch_tally.version is 'Version that was counted';
comment on column staging.batch_tally.read is 'Records';
comment on column staging.batch_tally.valid is 'Records that are valid';
comment on column staging.batch_tally.warned is 'Records with warnings';
comment on column staging.batch_tally.blocked is 'Records that something blocks';
comment on column staging.batch_tally.refused is 'Records the program refused';
comment on column staging.batch_tally.ignored is 'Records that are left out';
comment on column staging.batch_tally.errors is 'Open findings that block';
comment on column staging.batch_tally.warnings is 'Open warnings';
comment on column staging.batch_tally.infos is 'Open remarks';
comment on column staging.batch_tally.file_blocked is 'Whether something about the file as a whole blocks';
comment on column staging.batch_tally.sheets is 'Sheet numbers of its records, in their order';
alter table staging.batch_tally enable row level security;
create policy batch_tally_scope on staging.batch_tally for select to diaba_app using (batch_id in (select batch_id from staging.batch));
create policy batch_tally_audit on staging.batch_tally for select to diaba_auditor using (true);
grant select on staging.batch_tally to diaba_app, diaba_auditor;
