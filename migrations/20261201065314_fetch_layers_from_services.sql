-- Fetch layers from services (WFS 2.0, OGC API Features): who asked for which address, and what became of it. A worker takes them one by one; which
-- addresses may be asked at all is the office's list (LAYER_SOURCES), and no row opens another (docs/adr/0060-layers-at-the-desk.md).

create table thematic.fetch (
  fetch_id uuid primary key,
  layer jsonb not null,
  url text not null check (length(url) between 1 and 2000),
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'unchanged', 'failed')),
  error text check (error ~ '^[a-z_]{1,40}$'),
  pages int not null default 0 check (pages >= 0),
  features int not null default 0 check (features >= 0),
  batch_id uuid references staging.batch,
  asked_by text not null check (asked_by <> ''),
  asked_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  locked_until timestamptz,
  attempts int not null default 0 check (attempts >= 0),
  constraint fetch_running check ((status = 'running') = (locked_until is not null)),
  constraint fetch_done check ((status = 'done') = (batch_id is not null)),
  constraint fetch_failed check ((status = 'failed') = (error is not null))
);
create index fetch_open_idx on thematic.fetch (asked_at) where status in ('queued', 'running');
comment on index thematic.fetch_open_idx is 'What a worker has still to do';
comment on table thematic.fetch is 'Readings of services that layers are fetched from';
comment on column thematic.fetch.fetch_id is 'Id, made by who asks: asked again it is the same';
comment on column thematic.fetch.layer is 'What is said of the layer (server/domain/layer/layer-facts.ts)';
comment on column thematic.fetch.url is 'Address of the service';
comment on column thematic.fetch.status is 'queued, running; done (a batch), unchanged (nothing differs from the newest edition), failed';
comment on column thematic.fetch.error is 'Why it failed (server/domain/layer/layer-fetch.ts)';
comment on column thematic.fetch.pages is 'Pages that were read';
comment on column thematic.fetch.features is 'Shapes that were read';
comment on column thematic.fetch.batch_id is 'Batch that it became';
comment on column thematic.fetch.asked_by is 'Who asked';
comment on column thematic.fetch.asked_at is 'When';
comment on column thematic.fetch.changed_at is 'When its state last moved';
comment on column thematic.fetch.locked_until is 'Until when a worker has it';
comment on column thematic.fetch.attempts is 'How often it was begun';
create trigger fetch_refuse_delete before delete on thematic.fetch for each row execute function cadastre.refuse_removal();
grant select, insert on thematic.fetch to diaba_app;
grant update (status, error, pages, features, batch_id, changed_at, locked_until, attempts) on thematic.fetch to diaba_app;
grant select on thematic.fetch to diaba_auditor;
