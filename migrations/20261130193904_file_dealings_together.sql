-- Several dealings of one file (docs/adr/0036): a later one rests on what an earlier one makes, and all move together.

alter table dealing.dealing
  add column file_id uuid references dealing.dealing,
  add column file_no int,
  add constraint dealing_file check (case when file_id is null then file_no is null else file_no > 1 and file_id <> dealing_id end);
comment on column dealing.dealing.file_id is 'First dealing of the file in which it follows others; null for one by itself and for the first';
comment on column dealing.dealing.file_no is 'Place in its file, from 2; null for one by itself and for the first';
create unique index dealing_file_idx on dealing.dealing (file_id, file_no) where file_id is not null;
comment on index dealing.dealing_file_idx is 'The dealings of a file in their order';
create constraint trigger dealing_file_together after insert or update of status on dealing.dealing
  deferrable initially deferred for each row execute function dealing.file_together();

-- A dealing of a file may be about a parcel that an earlier one raises. Versions are never deleted: what was there stays.
alter table dealing.target drop constraint target_parcel_id_fkey, drop constraint target_version_fkey;
create trigger target_require_version before insert on dealing.target for each row execute function dealing.require_target();
