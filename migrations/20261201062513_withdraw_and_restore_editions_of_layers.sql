-- Withdraw and restore editions of layers, and say from which address one was fetched.
--
-- An edition that was put in force by mistake, or that may no longer be shown, is taken back with a reason: it stays as it is and is shown to the
-- public no more, not even as of a day on which it was in force. An earlier edition comes back only as a new one with the same shapes
-- (restores), decided on by a second person, so that each edition is in force once and the past never changes (docs/adr/0060-layers-at-the-desk.md).

alter table thematic.edition
  add column restores uuid references thematic.edition,
  add column source_url text check (length(source_url) between 1 and 2000),
  add column withdrawn_by text check (withdrawn_by <> ''),
  add column withdrawn_at timestamptz,
  add column withdrawal text check (length(withdrawal) between 1 and 500),
  drop constraint edition_status_check,
  drop constraint edition_decided,
  drop constraint edition_ended,
  drop constraint edition_batch_key;
alter table thematic.edition
  add constraint edition_status_check check (status in ('proposed', 'in_force', 'superseded', 'refused', 'withdrawn')),
  add constraint edition_decided check ((decided_by is null) = (decided_at is null)
    and case status when 'proposed' then decided_by is null when 'withdrawn' then true else decided_by is not null end),
  add constraint edition_ended check ((ended_at is not null) = (status = 'superseded' or (status = 'withdrawn' and decided_at is not null))),
  add constraint edition_withdrawn check ((status = 'withdrawn') = (withdrawn_at is not null)
    and (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal is null));
create unique index edition_batch_key on thematic.edition (batch_id) where restores is null;
comment on index thematic.edition_batch_key is 'A batch brings one edition; those that restore it name the same batch';
create index edition_restores_idx on thematic.edition (restores) where restores is not null;
comment on index thematic.edition_restores_idx is 'Whether an edition is being brought back';
comment on column thematic.edition.status is 'proposed, in_force, superseded; or refused, withdrawn';
comment on column thematic.edition.restores is 'Earlier edition of the same layer whose shapes it has again; null for one that a file brought';
comment on column thematic.edition.source_url is 'Address of the service from which it was fetched; null for a file';
comment on column thematic.edition.withdrawn_by is 'Who took it back: whoever brought it while it waited, or a decider';
comment on column thematic.edition.withdrawn_at is 'When';
comment on column thematic.edition.withdrawal is 'Why it was taken back';
grant update (withdrawn_by, withdrawn_at, withdrawal) on thematic.edition to diaba_app;
