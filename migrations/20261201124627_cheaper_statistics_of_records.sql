-- Cheaper statistics of records.
--
-- Each file that comes in has the statistics of staging.record made anew, since its records are in none yet (staging.absorb_scratch). PostgreSQL reads 300 rows for
-- each step of a column's target: of the default, 30,000 rows for a sheet of 500. A tenth tells batches of usual sizes apart as well.

alter table staging.record
  alter column batch_id set statistics 10,
  alter column record_no set statistics 10,
  alter column status set statistics 10,
  alter column sheet_no set statistics 10,
  alter column parcel_no set statistics 10,
  alter column parcel_code set statistics 10;

alter table staging.identity_number
  alter column batch_id set statistics 10,
  alter column record_no set statistics 10,
  alter column ordinal set statistics 10;
