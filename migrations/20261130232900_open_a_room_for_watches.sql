-- The schema alone: functions of it are made before the next migration.

create schema watch;
comment on schema watch is 'Parcels and areas that business accounts watch, and what they are told; only for who watches';
grant usage on schema watch to diaba_app;
