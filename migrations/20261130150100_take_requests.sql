-- Requests for land information (Mẫu 14): who asks is sealed, and the public side reaches them through functions only, one of
-- which writes and the others of which want the whole reference and the code. Deadlines, fees and days off are dated rows.

create table reference.calendar_day (
  day date primary key,
  working boolean not null,
  name_vi text not null,
  name_en text not null,
  source text not null
);
comment on table reference.calendar_day is 'Days that are not what their day of the week says: holidays, days off in place of one, weekends that are worked. What a year''s decision adds is entered when it is published';
comment on column reference.calendar_day.day is 'Day';
comment on column reference.calendar_day.working is 'True: a weekend that is worked; false: a day off';
comment on column reference.calendar_day.name_vi is 'What it is, Vietnamese';
comment on column reference.calendar_day.name_en is 'What it is, English';
comment on column reference.calendar_day.source is 'Where the rule stands';
insert into reference.calendar_day (day, working, name_vi, name_en, source)
select d::date, false, vi, en, 'Bộ luật Lao động 45/2019/QH14, Điều 111.3, 112; ngày hoán đổi và số ngày nghỉ Tết theo thông báo hằng năm: nhập thêm'
from (values
  ('2026-01-01', 'Tết Dương lịch', 'New Year'),
  ('2026-02-17', 'Tết Âm lịch', 'Lunar New Year'), ('2026-02-18', 'Tết Âm lịch', 'Lunar New Year'), ('2026-02-19', 'Tết Âm lịch', 'Lunar New Year'),
  ('2026-04-26', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Day'), ('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'in place of Hùng Kings'' Day'),
  ('2026-04-30', 'Ngày Chiến thắng', 'Victory Day'), ('2026-05-01', 'Quốc tế lao động', 'Labour Day'),
  ('2026-09-02', 'Quốc khánh', 'National Day'),
  ('2027-01-01', 'Tết Dương lịch', 'New Year'),
  ('2027-02-06', 'Tết Âm lịch', 'Lunar New Year'), ('2027-02-07', 'Tết Âm lịch', 'Lunar New Year'), ('2027-02-08', 'Tết Âm lịch', 'Lunar New Year'),
  ('2027-02-09', 'Nghỉ bù Tết Âm lịch', 'in place of Lunar New Year'), ('2027-02-10', 'Nghỉ bù Tết Âm lịch', 'in place of Lunar New Year'),
  ('2027-04-16', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Day'),
  ('2027-04-30', 'Ngày Chiến thắng', 'Victory Day'), ('2027-05-01', 'Quốc tế lao động', 'Labour Day'), ('2027-05-03', 'Nghỉ bù Quốc tế lao động', 'in place of Labour Day'),
  ('2027-09-02', 'Quốc khánh', 'National Day')
) as known(d, vi, en);

create table reference.request_rule (
  kind text not null check (kind <> ''),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  procedure_code text not null,
  cut_off time not null,
  working_days int not null check (working_days >= 0),
  source text not null,
  constraint request_rule_pkey primary key (kind, valid_from)
);
comment on table reference.request_rule is 'By when a request is answered, by kind of paper, dated';
comment on column reference.request_rule.kind is 'Kind of paper';
comment on column reference.request_rule.valid_from is 'First day';
comment on column reference.request_rule.valid_to is 'First day on which it no longer holds; null while it does';
comment on column reference.request_rule.procedure_code is 'Code of the procedure (thủ tục hành chính)';
comment on column reference.request_rule.cut_off is 'What comes later in the day counts from the next working day';
comment on column reference.request_rule.working_days is 'Working days after the day it counts from; 0 = that day';
comment on column reference.request_rule.source is 'Where the rule stands';
insert into reference.request_rule (kind, valid_from, procedure_code, cut_off, working_days, source) values
  ('map_extract', '2025-07-01', '1.012789', '15:00', 0, 'QĐ 2304/QĐ-BNNMT (23/6/2025): dữ liệu có sẵn, trong ngày làm việc; nhận sau 15 giờ, ngày làm việc tiếp theo. Quy định của tỉnh sau 01/7/2026 chưa có: nhập dòng mới'),
  ('land_information', '2025-07-01', '1.012789', '15:00', 0, 'QĐ 2304/QĐ-BNNMT (23/6/2025): dữ liệu có sẵn, trong ngày làm việc; nhận sau 15 giờ, ngày làm việc tiếp theo. Quy định của tỉnh sau 01/7/2026 chưa có: nhập dòng mới');

create table reference.request_fee (
  kind text not null check (kind <> ''),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  amount_vnd numeric(12, 0) not null check (amount_vnd >= 0),
  legal_basis text not null check (legal_basis <> ''),
  constraint request_fee_pkey primary key (kind, valid_from)
);
comment on table reference.request_fee is 'What a paper costs, by kind, dated. Provincial: where no row holds, the officer takes the amount from the price list of the province';
comment on column reference.request_fee.kind is 'Kind of paper';
comment on column reference.request_fee.valid_from is 'First day';
comment on column reference.request_fee.valid_to is 'First day on which it no longer holds; null while it does';
comment on column reference.request_fee.amount_vnd is 'Đồng, for one paper';
comment on column reference.request_fee.legal_basis is 'Resolution or decision that sets it';
grant select on reference.calendar_day, reference.request_rule, reference.request_fee to diaba_app, diaba_auditor;
grant select on reference.calendar_day, reference.request_rule, reference.request_fee to diaba_portal_owner;

create view portal.calendar_day with (security_barrier = true) as select day, working, name_vi, name_en from reference.calendar_day;
comment on view portal.calendar_day is 'Days that are not what their day of the week says';
create view portal.request_rule with (security_barrier = true) as
  select kind, valid_from, valid_to, procedure_code, cut_off, working_days from reference.request_rule;
comment on view portal.request_rule is 'By when a request is answered';
create view portal.request_fee with (security_barrier = true) as select kind, valid_from, valid_to, amount_vnd, legal_basis from reference.request_fee;
comment on view portal.request_fee is 'What a paper costs';
alter view portal.calendar_day owner to diaba_portal_owner;
alter view portal.request_rule owner to diaba_portal_owner;
alter view portal.request_fee owner to diaba_portal_owner;
grant select on portal.calendar_day, portal.request_rule, portal.request_fee to diaba_portal, diaba_app, diaba_auditor;

create sequence dealing.request_number;
comment on sequence dealing.request_number is 'Numbers of requests; with gaps, never twice';

create table dealing.request (
  request_id uuid primary key,
  reference text not null check (reference ~ '^YC-[0-9]{4}-[0-9]{6,}$'),
  request_key bytea not null check (octet_length(request_key) = 32),
  asked bytea not null check (octet_length(asked) = 32),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  code_number int not null default 1 check (code_number > 0),
  kind text not null check (kind <> ''),
  blocks text[] not null,
  delivery text not null check (delivery in ('download', 'counter', 'post')),
  parcel_id uuid not null references cadastre.parcel,
  commune_code char(5) not null,
  identity_hash bytea not null check (octet_length(identity_hash) = 32),
  status text not null default 'received' check (status in ('received', 'accepted', 'fulfilled', 'refused')),
  version int not null default 1 check (version > 0),
  received_at timestamptz not null default clock_timestamp(),
  due_on date not null,
  changed_at timestamptz not null default clock_timestamp(),
  suspended_at timestamptz,
  grounds text check (grounds in ('holder', 'consent', 'authority', 'public')),
  fee_status text not null default 'undecided' check (fee_status in ('undecided', 'due', 'paid', 'waived')),
  fee_vnd numeric(12, 0) check (fee_vnd >= 0),
  fee_basis text,
  handled_by text,
  decided_at timestamptz,
  refusal_ground text check (refusal_ground in ('purpose', 'privacy', 'secret', 'fee', 'not_in_register', 'other')),
  refusal bytea,
  paper_serial text references document.paper,
  constraint request_reference_key unique (reference),
  constraint request_key_once unique (request_key),
  constraint request_decided check ((status in ('fulfilled', 'refused')) = (decided_at is not null)),
  constraint request_fulfilled check ((status = 'fulfilled') = (paper_serial is not null)),
  constraint request_refused check ((status = 'refused') = (refusal_ground is not null) and (refusal_ground is null) = (refusal is null)),
  constraint request_stopped check (suspended_at is null or status in ('received', 'accepted')),
  constraint request_grounds check (status not in ('accepted', 'fulfilled') or grounds is not null)
);
comment on table dealing.request is 'Requests for papers, from the portal. Who asks and what for is sealed in dealing.request_content';
comment on column dealing.request.request_id is 'Id';
comment on column dealing.request.reference is 'Reference, as the requester was told';
comment on column dealing.request.request_key is 'Digest of the key under which it was sent: the same again gets the first answer. The code was made from the key, so the key is kept nowhere';
comment on column dealing.request.asked is 'Digest of what was asked under that key';
comment on column dealing.request.code_hash is 'SHA-256 of the code by which the requester follows it; the code itself is kept nowhere';
comment on column dealing.request.code_number is 'How many codes it has had: a lost one is replaced at the counter';
comment on column dealing.request.kind is 'Kind of paper that is asked for';
comment on column dealing.request.blocks is 'Blocks of information that are asked for; empty where the kind has none';
comment on column dealing.request.delivery is 'download, counter or post';
comment on column dealing.request.parcel_id is 'Parcel';
comment on column dealing.request.commune_code is 'Its commune';
comment on column dealing.request.identity_hash is 'HMAC-SHA-256 of the requester''s identity number, as in party.identity_paper';
comment on column dealing.request.status is 'received, accepted, fulfilled or refused; moves forward only';
comment on column dealing.request.version is 'Rises with every change';
comment on column dealing.request.received_at is 'When it came';
comment on column dealing.request.due_on is 'By the end of which day it is answered; stops have moved it';
comment on column dealing.request.changed_at is 'When it last changed';
comment on column dealing.request.suspended_at is 'Since when its clock is stopped; null while it runs';
comment on column dealing.request.grounds is 'What the requester may see, as the officer found: holder, consent of the holder, authority, or what is public';
comment on column dealing.request.fee_status is 'undecided, due, paid or waived';
comment on column dealing.request.fee_vnd is 'Đồng; null while no amount is known';
comment on column dealing.request.fee_basis is 'By which rule';
comment on column dealing.request.handled_by is 'Who last took a step';
comment on column dealing.request.decided_at is 'When it was fulfilled or refused';
comment on column dealing.request.refusal_ground is 'Ground of refusal';
comment on column dealing.request.refusal is 'Reason in words, sealed (AES-256-GCM): it may name persons';
comment on column dealing.request.paper_serial is 'Paper that answers it';
create index request_open_idx on dealing.request (commune_code, due_on) where status in ('received', 'accepted');
comment on index dealing.request_open_idx is 'The queue: open requests of a commune by due day';
create index request_changed_idx on dealing.request (changed_at desc, request_id desc);
create index request_parcel_idx on dealing.request (parcel_id);
create index request_identity_idx on dealing.request (identity_hash) where status in ('received', 'accepted');
comment on index dealing.request_identity_idx is 'How many are open of one person';

create table dealing.request_content (
  request_id uuid primary key references dealing.request,
  cipher bytea not null
);
comment on table dealing.request_content is 'Who asks, what for, where it goes: personal data';
comment on column dealing.request_content.request_id is 'Request';
comment on column dealing.request_content.cipher is 'AES-256-GCM: nonce, ciphertext, tag';

create table dealing.request_step (
  request_id uuid not null references dealing.request,
  ordinal int not null check (ordinal > 0),
  step text not null check (step in ('accept', 'fee', 'suspend', 'resume', 'fulfil', 'refuse', 'code')),
  actor text not null,
  key text not null,
  asked bytea not null check (octet_length(asked) = 32),
  facts jsonb not null default '{}',
  note bytea,
  at timestamptz not null default clock_timestamp(),
  constraint request_step_pkey primary key (request_id, ordinal),
  constraint request_step_key unique (actor, key)
);
comment on table dealing.request_step is 'What was done about a request, in order';
comment on column dealing.request_step.request_id is 'Request';
comment on column dealing.request_step.ordinal is 'Order';
comment on column dealing.request_step.step is 'Step';
comment on column dealing.request_step.actor is 'Who took it';
comment on column dealing.request_step.key is 'Idempotency key';
comment on column dealing.request_step.asked is 'Digest of what was asked under that key';
comment on column dealing.request_step.facts is 'Codes, amounts and serials; no persons';
comment on column dealing.request_step.note is 'What the officer wrote, sealed (AES-256-GCM)';
comment on column dealing.request_step.at is 'When';

create table dealing.request_stop (
  request_id uuid not null references dealing.request,
  ordinal int not null check (ordinal > 0),
  cause text not null check (cause in ('fee', 'papers', 'other')),
  stopped_at timestamptz not null,
  resumed_at timestamptz check (resumed_at >= stopped_at),
  constraint request_stop_pkey primary key (request_id, ordinal)
);
comment on table dealing.request_stop is 'Times that do not count: waiting for the fee, for papers of the requester';
comment on column dealing.request_stop.request_id is 'Request';
comment on column dealing.request_stop.ordinal is 'Order';
comment on column dealing.request_stop.cause is 'What is waited for';
comment on column dealing.request_stop.stopped_at is 'From';
comment on column dealing.request_stop.resumed_at is 'To; null while it is stopped';
create unique index request_stop_open_key on dealing.request_stop (request_id) where resumed_at is null;

create table dealing.message (
  message_id uuid primary key default gen_random_uuid(),
  request_id uuid not null references dealing.request,
  kind text not null check (kind in ('received', 'accepted', 'fee_due', 'stopped', 'fulfilled', 'refused', 'code')),
  channel text not null check (channel in ('mail', 'phone')),
  address bytea not null,
  language text not null check (language in ('vi', 'en')),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'unsure', 'failed')),
  attempts int not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  next_at timestamptz not null default clock_timestamp(),
  taken_at timestamptz,
  ended_at timestamptz,
  error text,
  constraint message_ended check ((state in ('sent', 'unsure', 'failed')) = (ended_at is not null))
);
comment on table dealing.message is 'What is told to requesters, on its way. Written with the state change it tells of';
comment on column dealing.message.message_id is 'Id; the mail''s and the hook''s own id, so that who gets it twice can tell';
comment on column dealing.message.request_id is 'Request it tells of';
comment on column dealing.message.kind is 'What it tells';
comment on column dealing.message.channel is 'mail or phone';
comment on column dealing.message.address is 'Where to, sealed (AES-256-GCM)';
comment on column dealing.message.language is 'In which language';
comment on column dealing.message.state is 'waiting; sending (taken by a worker); sent; unsure: the worker was lost while it sent, and it is not sent again; failed: given up';
comment on column dealing.message.attempts is 'How often it was tried';
comment on column dealing.message.created_at is 'When it was written';
comment on column dealing.message.next_at is 'Not before';
comment on column dealing.message.taken_at is 'When a worker took it';
comment on column dealing.message.ended_at is 'When it was sent or given up';
comment on column dealing.message.error is 'What went wrong the last time: a code, never an address';
create index message_waiting_idx on dealing.message (next_at) where state in ('waiting', 'sending');
create index message_request_idx on dealing.message (request_id);

create trigger request_keep before update or delete on dealing.request for each row execute function dealing.keep_request();
create trigger request_content_stays before update or delete on dealing.request_content for each row execute function cadastre.refuse_removal();
create trigger request_step_stays before update or delete on dealing.request_step for each row execute function cadastre.refuse_removal();

alter table audit.read_log drop constraint read_log_subject, drop constraint read_log_subject_kind_check,
  add column request_id uuid,
  add constraint read_log_subject_kind check (subject_kind in ('staging_record', 'party', 'request')),
  add constraint read_log_subject check (case subject_kind when 'staging_record' then batch_id is not null and record_nos <> '{}'
    when 'request' then request_id is not null else party_ids <> '{}' end);
comment on column audit.read_log.request_id is 'Request whose requester was shown';
comment on column audit.read_log.subject_kind is 'staging_record, party or request';
create index read_log_request_idx on audit.read_log (request_id) where request_id is not null;

-- The paper of a request whose requester may see what is public only leaves the holders out.
alter table document.paper add column holders_left_out boolean not null default false;
comment on column document.paper.holders_left_out is 'True: it names no holder, though the register may';

alter table dealing.request enable row level security;
alter table dealing.request_content enable row level security;
alter table dealing.request_step enable row level security;
alter table dealing.request_stop enable row level security;
alter table dealing.message enable row level security;
create policy request_scope on dealing.request to diaba_app using (staging.in_scope(commune_code));
create policy request_content_scope on dealing.request_content to diaba_app using (request_id in (select r.request_id from dealing.request r));
create policy request_step_scope on dealing.request_step to diaba_app using (request_id in (select r.request_id from dealing.request r));
create policy request_stop_scope on dealing.request_stop to diaba_app using (request_id in (select r.request_id from dealing.request r));
create policy message_scope on dealing.message to diaba_app using (request_id in (select r.request_id from dealing.request r));
create policy request_audit on dealing.request for select to diaba_auditor using (true);
create policy request_step_audit on dealing.request_step for select to diaba_auditor using (true);
create policy request_stop_audit on dealing.request_stop for select to diaba_auditor using (true);
grant select on dealing.request, dealing.request_content, dealing.request_step, dealing.request_stop, dealing.message to diaba_app;
grant insert on dealing.request_step, dealing.request_stop, dealing.message to diaba_app;
grant update (code_hash, code_number, status, due_on, suspended_at, grounds, fee_status, fee_vnd, fee_basis, handled_by, decided_at, refusal_ground, refusal,
  paper_serial) on dealing.request to diaba_app;
grant update (resumed_at) on dealing.request_stop to diaba_app;
grant update (state, attempts, next_at, taken_at, ended_at, error) on dealing.message to diaba_app;
grant select (request_id, reference, kind, blocks, delivery, parcel_id, commune_code, status, version, received_at, due_on, changed_at, suspended_at, grounds,
  fee_status, fee_vnd, fee_basis, handled_by, decided_at, refusal_ground, paper_serial) on dealing.request to diaba_auditor;
grant select (request_id, ordinal, step, actor, facts, at) on dealing.request_step to diaba_auditor;
grant select on dealing.request_stop to diaba_auditor;
