-- The schema alone: functions of it are made before the next migration.

create schema indicator;
comment on schema indicator is 'Figures by commune and day: kept for days that are over, counted anew for the day that runs';
grant usage on schema indicator to diaba_app, diaba_auditor, diaba_portal_owner;
