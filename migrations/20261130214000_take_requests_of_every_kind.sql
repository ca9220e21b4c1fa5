-- Requests for every kind of paper that a citizen may ask for: a copy of a certificate has its rule too, how many requests a requester may
-- have open is a dated row of its kind, and a request remembers which kind of requester sent it.

insert into reference.request_rule (kind, valid_from, procedure_code, cut_off, working_days, source) values
  ('certificate', '2025-07-01', '1.012789', '15:00', 0, 'QĐ 2304/QĐ-BNNMT (23/6/2025): dữ liệu có sẵn, trong ngày làm việc; nhận sau 15 giờ, ngày làm việc tiếp theo. Quy định của tỉnh sau 01/7/2026 chưa có: nhập dòng mới');

create table reference.request_quota (
  requester text not null constraint request_quota_requester check (requester in ('person', 'organisation')),
  valid_from date not null,
  valid_to date constraint request_quota_days check (valid_to > valid_from),
  most_open int not null constraint request_quota_most check (most_open >= 0),
  source text not null,
  constraint request_quota_pkey primary key (requester, valid_from)
);
comment on table reference.request_quota is 'How many requests one requester may have open, by kind of requester, dated. Without a row there is no limit';
comment on column reference.request_quota.requester is 'person or organisation';
comment on column reference.request_quota.valid_from is 'First day';
comment on column reference.request_quota.valid_to is 'First day on which it no longer holds; null while it does';
comment on column reference.request_quota.most_open is 'Requests that wait for an answer at one time, of one identity number';
comment on column reference.request_quota.source is 'Where the rule stands';
insert into reference.request_quota (requester, valid_from, most_open, source) values
  ('person', '2025-07-01', 20, 'Mức của phần mềm, chống gửi tràn: cơ quan đặt mức của mình bằng dòng mới'),
  ('organisation', '2025-07-01', 200, 'Mức của phần mềm, chống gửi tràn: cơ quan đặt mức của mình bằng dòng mới');
grant select on reference.request_quota to diaba_app, diaba_auditor;

alter table dealing.request add column requester text constraint request_requester check (requester in ('person', 'organisation'));
comment on column dealing.request.requester is 'person or organisation; null of requests from before this was kept';
create index request_decided_idx on dealing.request (commune_code, decided_at) where decided_at is not null;
comment on index dealing.request_decided_idx is 'How many were answered in a time, and how many of them late';
create index request_received_idx on dealing.request (commune_code, received_at);
comment on index dealing.request_received_idx is 'How many came in a time';
create index request_of_number_idx on dealing.request (identity_hash, received_at desc);
comment on index dealing.request_of_number_idx is 'Requests of one person, also those that are answered';

drop function if exists portal.submit_request(uuid, bytea, bytea, bytea, text, text[], text, uuid, date, numeric, text, bytea, bytea, jsonb);
