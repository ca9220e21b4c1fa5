-- Banks and notaries ask whether a certificate still holds for a parcel. Who may is a list, as agreements are; each answer is kept as it was
-- signed, and stands in the read log of the holder, who sees who asked and by which matter.

insert into reference.setting (name, valid_from, value, unit, source) values
  ('answers_a_day', '2025-07-01', 200, 'answers', 'Quy định nội bộ của cơ quan vận hành: số lần một tổ chức hỏi xác nhận giấy chứng nhận mỗi ngày');

create table reference.answer_entitlement (
  account text not null check (account <> ''),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name text not null check (name <> ''),
  answers_a_day int check (answers_a_day >= 0),
  source text not null check (source <> ''),
  constraint answer_entitlement_pkey primary key (account, valid_from)
);
comment on table reference.answer_entitlement is 'Accounts and service clients of banks, notaries and others who may ask whether a certificate still holds';
comment on column reference.answer_entitlement.account is 'Subject of the identity provider; of a service client, the subject of its tokens';
comment on column reference.answer_entitlement.valid_from is 'First day in force';
comment on column reference.answer_entitlement.valid_to is 'First day no longer in force';
comment on column reference.answer_entitlement.name is 'Name of the organisation: stands in each answer, and in what the holder sees';
comment on column reference.answer_entitlement.answers_a_day is 'Questions a day; null: as the setting answers_a_day says';
comment on column reference.answer_entitlement.source is 'Agreement or law by which it may ask';
grant select on reference.answer_entitlement to diaba_app;

create table lookup.given_answer (
  answer_id uuid not null constraint given_answer_pkey primary key,
  account text not null check (account <> ''),
  asker text not null check (asker <> ''),
  request_key uuid not null,
  asked bytea not null check (octet_length(asked) = 32),
  asked_at timestamptz not null,
  parcel_id uuid,
  matter_no text,
  statement text,
  constraint given_answer_key unique (account, request_key),
  constraint given_answer_whole check ((parcel_id is null) = (statement is null) and (parcel_id is null) = (matter_no is null))
);
comment on table lookup.given_answer is 'Answers to banks and notaries as they were signed; of a question that nothing fits, only that it was asked';
comment on column lookup.given_answer.answer_id is 'Id';
comment on column lookup.given_answer.account is 'Who asked: besides holders, nobody else sees it';
comment on column lookup.given_answer.asker is 'Name of the organisation when it asked';
comment on column lookup.given_answer.request_key is 'Idempotency key';
comment on column lookup.given_answer.asked is 'Digest of what was asked under that key';
comment on column lookup.given_answer.asked_at is 'When';
comment on column lookup.given_answer.parcel_id is 'Parcel; null: no certificate of this serial was ever registered for it';
comment on column lookup.given_answer.matter_no is 'Number of the matter at the organisation; identity numbers masked';
comment on column lookup.given_answer.statement is 'The signed answer (JWS, compact)';
create index given_answer_account_idx on lookup.given_answer (account, asked_at);
comment on index lookup.given_answer_account_idx is 'How many an organisation asked of a day';
alter table lookup.given_answer enable row level security;
create policy given_answer_owner on lookup.given_answer to diaba_app using (account = current_setting('diaba.actor', true));
grant select, insert on lookup.given_answer to diaba_app;

alter table audit.read_log add column answer_id uuid;
comment on column audit.read_log.answer_id is 'Answer to a bank or notary that told of these parties'' certificate (lookup.given_answer)';
create index read_log_answer_idx on audit.read_log using gin (party_ids) where answer_id is not null;
comment on index audit.read_log_answer_idx is 'Answers that a holder may see';
