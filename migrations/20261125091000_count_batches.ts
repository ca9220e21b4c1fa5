import type { Knex } from 'knex';

/**
 * Lists of batches are sorted and filtered by what is in them. Counting the records of every batch for each look is no
 * work for a province, so what is in a batch is counted once a version, when the transaction that made it ends.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Sheet 9 before sheet 10, đ after d (Unicode Technical Standard 35, u extension: kn).
    create collation staging.natural_order (provider = icu, locale = 'vi-u-kn');
    comment on collation staging.natural_order is 'Vietnamese, numbers in a text by their value';

    create function staging.count_batch(batch uuid, closed boolean)
    returns table (read int, valid int, warned int, blocked int, refused int, ignored int, errors int, warnings int, infos int, file_blocked boolean,
      sheets text[])
    language sql stable as $$
      select r.read, r.valid, r.warned, r.blocked, r.refused, r.ignored, f.errors, f.warnings, f.infos, f.file_blocked, r.sheets
      from (select coalesce(sum(n), 0)::int as read, coalesce(sum(n) filter (where o.status = 'valid'), 0)::int as valid,
              coalesce(sum(n) filter (where o.status = 'warned'), 0)::int as warned, coalesce(sum(n) filter (where o.status = 'blocked'), 0)::int as blocked,
              coalesce(sum(n) filter (where o.status = 'refused'), 0)::int as refused, coalesce(sum(n) filter (where o.status = 'ignored'), 0)::int as ignored,
              array(select distinct on (d.sheet_no collate staging.natural_order) d.sheet_no
                from unnest(array_agg(o.sheet_no)) d(sheet_no) where d.sheet_no is not null order by d.sheet_no collate staging.natural_order) as sheets
            from (select o.status, o.sheet_no, count(*) as n from staging.record o where o.batch_id = batch group by o.status, o.sheet_no) o) r,
           (select (count(*) filter (where g.severity in ('error', 'refuse')))::int as errors,
              (count(*) filter (where g.severity = 'warning'))::int as warnings, (count(*) filter (where g.severity = 'info'))::int as infos,
              coalesce(bool_or(g.record_no is null and g.severity in ('error', 'refuse')), false) as file_blocked
            from staging.finding g
            where g.batch_id = batch and g.settled_by is null
              and not exists (select from staging.record o where o.batch_id = batch and o.record_no = g.record_no
                and (o.status = 'ignored' or closed and o.status in ('blocked', 'refused')))) f
    $$;
    comment on function staging.count_batch(uuid, boolean) is 'What is in a batch. Open are findings nobody answered, of records that take part; in a closed one what was not registered does not';
    revoke all on function staging.count_batch(uuid, boolean) from public;
    grant execute on function staging.count_batch(uuid, boolean) to diaba_app;

    create table staging.batch_tally (
      batch_id uuid primary key references staging.batch,
      version int not null,
      read int not null,
      valid int not null,
      warned int not null,
      blocked int not null,
      refused int not null,
      ignored int not null,
      errors int not null,
      warnings int not null,
      infos int not null,
      file_blocked boolean not null,
      sheets text[] not null
    );
    comment on table staging.batch_tally is 'What was in a batch when a version of it was committed; derived, and only right for that version';
    comment on column staging.batch_tally.batch_id is 'Batch';
    comment on column staging.batch_tally.version is 'Version that was counted';
    comment on column staging.batch_tally.read is 'Records';
    comment on column staging.batch_tally.valid is 'Records that are valid';
    comment on column staging.batch_tally.warned is 'Records with warnings';
    comment on column staging.batch_tally.blocked is 'Records that something blocks';
    comment on column staging.batch_tally.refused is 'Records the program refused';
    comment on column staging.batch_tally.ignored is 'Records that are left out';
    comment on column staging.batch_tally.errors is 'Open findings that block';
    comment on column staging.batch_tally.warnings is 'Open warnings';
    comment on column staging.batch_tally.infos is 'Open remarks';
    comment on column staging.batch_tally.file_blocked is 'Whether something about the file as a whole blocks';
    comment on column staging.batch_tally.sheets is 'Sheet numbers of its records, in their order';
    alter table staging.batch_tally enable row level security;
    create policy batch_tally_scope on staging.batch_tally for select to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy batch_tally_audit on staging.batch_tally for select to diaba_auditor using (true);
    grant select on staging.batch_tally to diaba_app, diaba_auditor;

    create function staging.tally_batch() returns trigger language plpgsql security definer set search_path = '' as $$
    declare
      latest staging.batch;
    begin
      select * into latest from staging.batch b where b.batch_id = new.batch_id;
      -- A transaction that moves a batch twice is counted once, with its last move.
      if latest.version is distinct from new.version then
        return null;
      end if;
      insert into staging.batch_tally (batch_id, version, read, valid, warned, blocked, refused, ignored, errors, warnings, infos, file_blocked, sheets)
      select latest.batch_id, latest.version, c.* from staging.count_batch(latest.batch_id, latest.status in ('promoted', 'reversal_proposed', 'reversed')) c
      on conflict (batch_id) do update set version = excluded.version, read = excluded.read, valid = excluded.valid, warned = excluded.warned,
        blocked = excluded.blocked, refused = excluded.refused, ignored = excluded.ignored, errors = excluded.errors, warnings = excluded.warnings,
        infos = excluded.infos, file_blocked = excluded.file_blocked, sheets = excluded.sheets;
      return null;
    end $$;
    comment on function staging.tally_batch() is 'Counts what is in a batch at the end of the transaction that moved it';
    revoke all on function staging.tally_batch() from public;
    create constraint trigger batch_tally after insert or update on staging.batch deferrable initially deferred
      for each row execute function staging.tally_batch();

    insert into staging.batch_tally
    select b.batch_id, b.version, c.* from staging.batch b, staging.count_batch(b.batch_id, b.status in ('promoted', 'reversal_proposed', 'reversed')) c;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
