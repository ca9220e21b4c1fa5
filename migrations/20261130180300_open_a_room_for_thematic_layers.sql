-- A schema of its own before its tables: their triggers name functions that can be made only where there is a schema.
create schema thematic;
comment on schema thematic is 'Thematic layers of other sectors that land is checked against, in editions';
grant usage on schema thematic to diaba_app, diaba_auditor, diaba_portal_owner, diaba_tiles;
