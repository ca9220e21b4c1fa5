-- What columns of tables mean, kept under a name by an officer for the files that come the same way: a setting of the office. It is taken over into the
-- options of a file when that is sent; what was read by it stays as it is when the name goes (docs/adr/0055-tables-and-own-files.md).
create table staging.column_profile (
  profile_id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  columns jsonb not null check (jsonb_typeof(columns) = 'object' and columns <> '{}'),
  named_by text not null check (named_by <> ''),
  named_at timestamptz not null default clock_timestamp()
);
create unique index column_profile_name_key on staging.column_profile (lower(name));
comment on index staging.column_profile_name_key is 'One name, whatever its capitals';
comment on table staging.column_profile is 'Meanings of columns under a name, to be chosen when a file is sent';
comment on column staging.column_profile.profile_id is 'Id, made by who named it';
comment on column staging.column_profile.name is 'Name';
comment on column staging.column_profile.columns is 'Column → meaning, or none';
comment on column staging.column_profile.named_by is 'Who named it';
comment on column staging.column_profile.named_at is 'When';
alter table staging.column_profile enable row level security;
create policy column_profile_all on staging.column_profile to diaba_app using (true) with check (named_by = (select current_setting('diaba.actor', true)));
grant select, insert, delete on staging.column_profile to diaba_app;
