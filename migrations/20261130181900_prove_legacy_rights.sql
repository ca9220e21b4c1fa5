-- Rights that only repeat what a legacy record says are proven by a paper with the first dealing that rests on them.

create table rights.proof (
  proof_id uuid primary key,
  right_id uuid not null references rights."right",
  commune_code char(5) not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  raised_by uuid not null,
  ended_by uuid,
  registered_at timestamptz not null,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint proof_life check ((ended_at is null) = (ended_by is null))
);
comment on table rights.proof is 'Papers that proved rights of legacy records; while one holds, the right is verified';
comment on column rights.proof.proof_id is 'Id';
comment on column rights.proof.right_id is 'Right';
comment on column rights.proof.commune_code is 'Commune of the parcel';
comment on column rights.proof.document is 'Paper that proves it: no, date, place';
comment on column rights.proof.raised_by is 'Dealing that rested on it; checked once per statement';
comment on column rights.proof.ended_by is 'Dealing that took it back; checked once per statement';
comment on column rights.proof.registered_at is 'Legal moment from which it is proven';
comment on column rights.proof.ended_at is 'Legal moment from which it no longer is';
comment on column rights.proof.recorded_at is 'System time';
create index proof_right_idx on rights.proof (right_id);
create trigger proof_only_ended before update or delete on rights.proof for each row execute function rights.only_ended();
create trigger proof_raised_by_insert after insert on rights.proof
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger proof_ended_by_update after update on rights.proof referencing new table as new_rows
  for each statement execute function cadastre.require_parent('proof_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
alter table rights.proof enable row level security;
create policy proof_scope on rights.proof to diaba_app using (staging.in_scope(commune_code));
create policy proof_audit on rights.proof for select to diaba_auditor using (true);
grant select, insert on rights.proof to diaba_app;
grant select on rights.proof to diaba_auditor;
grant update (ended_by, ended_at) on rights.proof to diaba_app;
