-- The rooms of the database and who may enter them. The roles themselves are cluster-wide, so they are made
-- before the first migration (server/db/schema/ensure-prerequisites.ts); here they only receive rights.

create schema reference;
create schema staging;
create schema cadastre;
create schema party;
create schema rights;
create schema document;
create schema dealing;
create schema audit;
create schema portal;
create schema session;

comment on schema reference is 'Dated code lists and settings: everything legal is data with valid_from, valid_to and a source';
comment on schema staging is 'Imported batches, files, records (raw beside candidate), findings and corrections';
comment on schema cadastre is 'Sheets, parcels, their versions and lineage (LADM Spatial Unit package)';
comment on schema party is 'Persons, households, organisations and their identity papers (LADM Party package)';
comment on schema rights is 'Rights, restrictions and responsibilities (LADM Administrative package)';
comment on schema document is 'Stored source files, scans and certificates (LADM Source)';
comment on schema dealing is 'Dealings: the legal acts that raise and retire registered objects';
comment on schema audit is 'One row per state change, in the same transaction; append only';
comment on schema portal is 'Views without personal data; the only schema the public roles can reach';
comment on schema session is 'Sign-in sessions and ended ones; reached only through its functions';

revoke all on schema public from public;
grant usage on schema public to diaba_app, diaba_portal, diaba_tiles, diaba_auditor, diaba_portal_owner;

grant usage on schema reference, staging, cadastre, party, rights, document, dealing, audit to diaba_app;
grant usage on schema reference, staging, cadastre, party, rights, document, dealing, audit, portal to diaba_auditor;
grant usage on schema portal to diaba_portal, diaba_app;
grant usage on schema cadastre to diaba_tiles;
grant usage on schema reference, cadastre to diaba_portal_owner;
grant usage, create on schema portal to diaba_portal_owner;
grant usage on schema session to diaba_app;

-- New functions are nobody's until granted: PostgreSQL would give them to PUBLIC.
alter default privileges revoke execute on functions from public;
