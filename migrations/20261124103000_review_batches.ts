import type { Knex } from 'knex';

/**
 * A batch under review: its states and the only ways between them, what is proposed to a second person, and who decided
 * what. The application moves a batch; that no step is skipped, that a promotion has its dealing, and that a proposer does
 * not approve is asked here again.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table dealing.dealing drop constraint dealing_kind_check;
    alter table dealing.dealing add constraint dealing_kind check (kind in ('import_promotion', 'import_reversal'));
    alter table dealing.dealing
      add column reason text,
      add column refused_by text,
      add column decided_at timestamptz,
      add constraint dealing_second_person check (initial_load or approved_by is not null or status not in ('approved', 'registered', 'closed')),
      add constraint dealing_refused_by check (refused_by is null or status in ('refused', 'withdrawn')),
      add constraint dealing_reverses check ((kind = 'import_reversal') = (reverses is not null));
    comment on column dealing.dealing.reason is 'Why it was proposed, or refused';
    comment on column dealing.dealing.refused_by is 'Actor who refused or withdrew it';
    comment on column dealing.dealing.decided_at is 'When it was approved, refused or withdrawn';
    create unique index dealing_reverses_idx on dealing.dealing (reverses) where status in ('registered', 'closed');
    comment on index dealing.dealing_reverses_idx is 'A dealing is taken back once';
    create unique index dealing_open_of_batch_idx on dealing.dealing (batch_id) where status in ('draft', 'lodged', 'examined', 'approved');
    comment on index dealing.dealing_open_of_batch_idx is 'One open proposal per batch';

    create function dealing.keep_terms() returns trigger language plpgsql set search_path = '' as $$
    begin
      if (new.kind, new.initial_load, new.proposed_by, new.reverses, new.commune_code, new.commune_valid_from)
           is distinct from (old.kind, old.initial_load, old.proposed_by, old.reverses, old.commune_code, old.commune_valid_from)
         or (old.batch_id is not null and new.batch_id is distinct from old.batch_id)
         or (old.approved_by is not null and new.approved_by is distinct from old.approved_by) then
        raise exception 'dealing % is what was proposed', old.dealing_id using errcode = 'DB001';
      end if;
      return new;
    end $$;
    comment on function dealing.keep_terms() is 'Refuses to change what was proposed, by whom, and who approved it';
    create trigger dealing_keep_terms before update on dealing.dealing for each row execute function dealing.keep_terms();

    alter table staging.batch drop constraint batch_status_check, drop constraint batch_promoted_by_dealing;
    alter table staging.batch
      add column version int not null default 1 check (version > 0),
      add column changed_at timestamptz not null default now(),
      add column reason text,
      add column superseded_by uuid references staging.batch,
      add column proposal_dealing_id uuid references dealing.dealing,
      add constraint batch_status check (status in ('received', 'staged', 'validated', 'proposed', 'promoted', 'reversal_proposed', 'refused',
        'rejected', 'reversed')),
      add constraint batch_promoted_by_dealing check ((kind = 'parcels' and status in ('promoted', 'reversal_proposed', 'reversed'))
        = (promotion_dealing_id is not null)),
      add constraint batch_proposal check ((status in ('proposed', 'reversal_proposed')) = (proposal_dealing_id is not null)),
      add constraint batch_superseded check (superseded_by is null or status = 'rejected');
    comment on column staging.batch.version is 'Rises with every change, so that nobody decides on what he has not seen';
    comment on column staging.batch.changed_at is 'When it last changed';
    comment on column staging.batch.reason is 'Why it was sent back, rejected or is to be taken back, last';
    comment on column staging.batch.superseded_by is 'Batch of the same bytes read with other options';
    comment on column staging.batch.proposal_dealing_id is 'Open proposal of promotion or reversal';
    comment on column staging.batch.status is 'received, staged, validated, proposed, promoted, reversal_proposed, reversed; or refused (by the program), rejected (by an officer)';
    create index batch_created_idx on staging.batch (created_at desc, batch_id);
    create index batch_superseded_by_idx on staging.batch (superseded_by) where superseded_by is not null;

    create function staging.keep_batch_steps() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      if (new.batch_id, new.identity_sha256, new.attempt, new.source_sha256, new.kind, new.commune_code, new.commune_valid_from, new.unit_code,
          new.unit_valid_from, new.options, new.created_by, new.created_at)
         is distinct from (old.batch_id, old.identity_sha256, old.attempt, old.source_sha256, old.kind, old.commune_code, old.commune_valid_from,
          old.unit_code, old.unit_valid_from, old.options, old.created_by, old.created_at)
         or (old.promotion_dealing_id is not null and new.promotion_dealing_id is distinct from old.promotion_dealing_id) then
        raise exception 'batch % is what it is: only its state moves', old.batch_id using errcode = 'DB006';
      end if;
      if new.status <> old.status and (old.status || '>' || new.status) <> all (array['received>staged', 'received>refused', 'staged>validated',
          'staged>refused', 'validated>proposed', 'validated>promoted', 'validated>rejected', 'refused>rejected', 'proposed>validated',
          'proposed>promoted', 'proposed>rejected', 'promoted>reversal_proposed', 'reversal_proposed>promoted', 'reversal_proposed>reversed']) then
        raise exception 'batch % cannot go from % to %', old.batch_id, old.status, new.status using errcode = 'DB006';
      end if;
      if new.kind = 'parcels' and new.status = 'promoted' and old.status in ('validated', 'proposed') and not exists (
          select from dealing.dealing d where d.dealing_id = new.promotion_dealing_id and d.batch_id = new.batch_id
            and d.kind = 'import_promotion' and d.status = 'registered'
            and (old.status = 'proposed' and d.dealing_id = old.proposal_dealing_id or old.status = 'validated' and d.initial_load)) then
        raise exception 'batch % was promoted by no dealing', old.batch_id using errcode = 'DB006';
      end if;
      if new.status = 'reversed' and old.status <> 'reversed' and not exists (
          select from dealing.dealing d where d.dealing_id = old.proposal_dealing_id and d.kind = 'import_reversal'
            and d.reverses = old.promotion_dealing_id and d.status = 'registered') then
        raise exception 'batch % was taken back by no dealing', old.batch_id using errcode = 'DB006';
      end if;
      new.version := old.version + 1;
      new.changed_at := clock_timestamp();
      return new;
    end $$;
    comment on function staging.keep_batch_steps() is 'Refuses steps that are none, and promotions and reversals without their dealing; counts the version';
    create trigger batch_keep_steps before update on staging.batch for each row execute function staging.keep_batch_steps();

    create table staging.proposal (
      dealing_id uuid primary key references dealing.dealing,
      batch_id uuid not null references staging.batch,
      batch_version int not null,
      note text,
      counts jsonb not null,
      findings jsonb not null,
      corrections jsonb not null,
      sample int[] not null,
      land_before jsonb not null,
      land_after jsonb not null,
      proposed_at timestamptz not null default now()
    );
    comment on table staging.proposal is 'What a second person is shown before deciding; written once, the same for all who look';
    comment on column staging.proposal.dealing_id is 'Dealing proposed';
    comment on column staging.proposal.batch_id is 'Batch to be promoted or taken back';
    comment on column staging.proposal.batch_version is 'Version of the batch when it was proposed';
    comment on column staging.proposal.note is 'Words of the proposer';
    comment on column staging.proposal.counts is 'Records by status';
    comment on column staging.proposal.findings is 'Open findings by code';
    comment on column staging.proposal.corrections is 'Corrections in effect, and how many of them by hand';
    comment on column staging.proposal.sample is 'Records drawn for a look, by a digest of batch and record: nobody chooses them';
    comment on column staging.proposal.land_before is 'Registered land of the commune: parcels, area, box';
    comment on column staging.proposal.land_after is 'The same if it is approved';
    comment on column staging.proposal.proposed_at is 'When';
    create index proposal_batch_idx on staging.proposal (batch_id, proposed_at);

    alter table staging.finding
      add column field text,
      add column settled_by text;
    comment on column staging.finding.field is 'Field edited by hand that this is about; null for what the source or the other records give';
    comment on column staging.finding.settled_by is 'Field whose edit answers it: kept, and no longer part of the verdict';
    create index finding_record_idx on staging.finding (batch_id, record_no);
    comment on index staging.finding_record_idx is 'What is wrong with one record; by its code the other index finds it only by reading all of the batch';

    alter table staging.correction
      add column initial_status text not null default 'applied' check (initial_status in ('applied', 'proposed')),
      add column before_value jsonb,
      add column after_value jsonb,
      add column reason text,
      add constraint correction_values check ((rule = 'officer') = (before_value is not null and after_value is not null and reason is not null));
    comment on column staging.correction.initial_status is 'What undoing a decision returns to';
    comment on column staging.correction.before_value is 'Of an edit by hand: value without it';
    comment on column staging.correction.after_value is 'Of an edit by hand: value with it';
    comment on column staging.correction.reason is 'Of an edit by hand: why';
    create index correction_rule_idx on staging.correction (batch_id, rule, record_no);

    create table staging.correction_step (
      step_id bigint generated always as identity primary key,
      batch_id uuid not null,
      record_no int not null,
      field text not null,
      rule text not null,
      decision text not null check (decision in ('accept', 'reject', 'undo', 'edit')),
      before text not null,
      after text not null,
      reason text,
      decided_by text not null check (decided_by <> ''),
      decided_at timestamptz not null default clock_timestamp(),
      constraint correction_step_correction_fkey foreign key (batch_id, record_no, field, rule) references staging.correction
    );
    comment on table staging.correction_step is 'Every decision on a correction; written by staging.edit_record and staging.decide_corrections alone';
    comment on column staging.correction_step.step_id is 'Order';
    comment on column staging.correction_step.batch_id is 'Batch';
    comment on column staging.correction_step.record_no is 'Record';
    comment on column staging.correction_step.field is 'As staging.correction.field';
    comment on column staging.correction_step.rule is 'As staging.correction.rule';
    comment on column staging.correction_step.decision is 'accept, reject, undo; or edit by hand';
    comment on column staging.correction_step.before is 'Status, or for an edit the value, before';
    comment on column staging.correction_step.after is 'The same after';
    comment on column staging.correction_step.reason is 'Why';
    comment on column staging.correction_step.decided_by is 'Who';
    comment on column staging.correction_step.decided_at is 'When';
    create index correction_step_record_idx on staging.correction_step (batch_id, record_no);

    create table staging.exclusion_step (
      step_id bigint generated always as identity primary key,
      batch_id uuid not null,
      record_no int not null,
      step text not null check (step in ('exclude', 'include')),
      code text,
      reason text,
      decided_by text not null check (decided_by <> ''),
      decided_at timestamptz not null default clock_timestamp(),
      constraint exclusion_step_record_fkey foreign key (batch_id, record_no) references staging.record,
      constraint exclusion_step_reason check (step = 'include' or reason is not null)
    );
    comment on table staging.exclusion_step is 'Who left a record out or took it back in, when and why';
    comment on column staging.exclusion_step.step_id is 'Order';
    comment on column staging.exclusion_step.batch_id is 'Batch';
    comment on column staging.exclusion_step.record_no is 'Record';
    comment on column staging.exclusion_step.step is 'exclude or include';
    comment on column staging.exclusion_step.code is 'Finding by which it was left out or taken in together with others; null for a single choice';
    comment on column staging.exclusion_step.reason is 'Why';
    comment on column staging.exclusion_step.decided_by is 'Who';
    comment on column staging.exclusion_step.decided_at is 'When';
    create index exclusion_step_record_idx on staging.exclusion_step (batch_id, record_no);

    create table staging.answer (
      actor text not null,
      door text not null,
      key uuid not null,
      batch_id uuid not null references staging.batch,
      asked bytea not null check (octet_length(asked) = 32),
      reply jsonb not null,
      answered_at timestamptz not null default now(),
      constraint answer_pkey primary key (actor, door, key)
    );
    comment on table staging.answer is 'First answers to writes on batches: the same request again is given the same answer. Never a person';
    comment on column staging.answer.actor is 'Who asked';
    comment on column staging.answer.door is 'Where';
    comment on column staging.answer.key is 'Idempotency-Key or dealingId';
    comment on column staging.answer.batch_id is 'Batch';
    comment on column staging.answer.asked is 'SHA-256 of what was asked';
    comment on column staging.answer.reply is 'What was answered';
    comment on column staging.answer.answered_at is 'When';

    create table staging.staff (
      actor text primary key,
      name text not null check (name <> ''),
      seen_at timestamptz not null default now()
    );
    comment on table staging.staff is 'Names of those who acted on batches, for colleagues who look at them';
    comment on column staging.staff.actor is 'Subject at the identity provider';
    comment on column staging.staff.name is 'Name as the identity provider last gave it';
    comment on column staging.staff.seen_at is 'When';

    create table audit.read_log (
      seq bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      actor text not null check (actor <> ''),
      subject_kind text not null check (subject_kind in ('staging_record', 'party')),
      batch_id uuid,
      record_nos int[] not null default '{}',
      party_ids uuid[] not null default '{}',
      purpose text not null check (purpose <> ''),
      constraint read_log_subject check (case subject_kind when 'staging_record' then batch_id is not null and record_nos <> '{}' else party_ids <> '{}' end)
    );
    comment on table audit.read_log is 'One row per look of staff at personal data, written before it is shown; ids only';
    comment on column audit.read_log.seq is 'Order';
    comment on column audit.read_log.at is 'When';
    comment on column audit.read_log.actor is 'Who looked';
    comment on column audit.read_log.subject_kind is 'staging_record or party';
    comment on column audit.read_log.batch_id is 'Batch whose records were shown';
    comment on column audit.read_log.record_nos is 'Records shown';
    comment on column audit.read_log.party_ids is 'Parties shown';
    comment on column audit.read_log.purpose is 'What for';
    create index read_log_batch_idx on audit.read_log (batch_id) where batch_id is not null;
    create index read_log_parties_idx on audit.read_log using gin (party_ids);
    create trigger read_log_append_only before update or delete on audit.read_log for each row execute function audit.refuse_change();
    create trigger read_log_no_truncate before truncate on audit.read_log for each statement execute function audit.refuse_change();

    create function staging.require_review(batch uuid) returns void
      language plpgsql security definer set search_path = '' as $$
    begin
      perform staging.require_batch(batch);
      perform 1 from staging.batch b where b.batch_id = batch and b.status = 'validated' and b.kind = 'parcels' for update;
      if not found then
        raise exception 'batch % is not under review', batch using errcode = 'DB006';
      end if;
      if coalesce(current_setting('diaba.actor', true), '') = '' then
        raise exception 'a decision needs somebody who makes it' using errcode = 'DB006';
      end if;
    end $$;
    comment on function staging.require_review(uuid) is 'Refuses changes to a batch that is not the caller''s or not under review; holds it until the transaction ends';

    create function staging.candidate_key(field text) returns text language sql immutable set search_path = '' as $$
      select case field when 'legalAreaM2' then 'areaM2' when 'sheetNo' then field when 'parcelNo' then field when 'purposes' then field
        when 'address' then field end
    $$;
    comment on function staging.candidate_key(text) is 'Key of a field that may be edited by hand within the candidate; null for any other';

    create function staging.value_text(value jsonb) returns text language sql immutable set search_path = '' as $$
      select coalesce(case jsonb_typeof(value)
        when 'array' then (select string_agg(concat_ws(' ', p ->> 'code', p ->> 'areaM2'), '; ' order by n) from jsonb_array_elements(value) with ordinality as e(p, n))
        else value #>> '{}' end, '')
    $$;
    comment on function staging.value_text(jsonb) is 'A value of a candidate as a person reads it';

    create function staging.put_field(batch uuid, no int, field text, value jsonb) returns void
      language sql security definer set search_path = '' as $$
      update staging.record r set
        candidate = jsonb_set(r.candidate, array[staging.candidate_key(field)], value),
        sheet_no = case field when 'sheetNo' then value #>> '{}' else r.sheet_no end,
        parcel_no = case field when 'parcelNo' then value #>> '{}' else r.parcel_no end,
        legal_area_m2 = case field when 'legalAreaM2' then (value #>> '{}')::numeric else r.legal_area_m2 end
      where r.batch_id = batch and r.record_no = no
    $$;
    comment on function staging.put_field(uuid, int, text, jsonb) is 'Puts a value into the candidate of a record and its columns; raw stays';

    create function staging.edit_record(batch uuid, no int, field text, value jsonb, why text) returns boolean
      language plpgsql security definer set search_path = '' as $$
    declare
      present jsonb;
      earlier staging.correction;
      base jsonb;
    begin
      perform staging.require_review(batch);
      if staging.candidate_key(field) is null or value is null then
        raise exception 'field % is not edited by hand', field using errcode = 'DB006';
      end if;
      select coalesce(r.candidate -> staging.candidate_key(field), 'null') into present from staging.record r
        where r.batch_id = batch and r.record_no = no and r.status <> 'ignored' and r.candidate is not null for update;
      if not found then return false; end if;
      select * into earlier from staging.correction c
        where c.batch_id = batch and c.record_no = no and c.field = edit_record.field and c.rule = 'officer';
      base := case when earlier.status in ('applied', 'accepted') then earlier.before_value else present end;
      insert into staging.correction (batch_id, record_no, field, rule, before, after, status, decided_by, decided_at, initial_status,
          before_value, after_value, reason)
        values (batch, no, field, 'officer', staging.value_text(base), staging.value_text(value), 'accepted', current_setting('diaba.actor'),
          clock_timestamp(), 'proposed', base, value, why)
        on conflict on constraint correction_pkey do update set before = excluded.before, after = excluded.after, status = excluded.status,
          decided_by = excluded.decided_by, decided_at = excluded.decided_at, before_value = excluded.before_value,
          after_value = excluded.after_value, reason = excluded.reason;
      insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, reason, decided_by)
        values (batch, no, field, 'officer', 'edit', staging.value_text(present), staging.value_text(value), why, current_setting('diaba.actor'));
      perform staging.put_field(batch, no, field, value);
      return true;
    end $$;
    comment on function staging.edit_record(uuid, int, text, jsonb, text) is 'Edits one field of a candidate by hand and keeps before, after, who and why; false where there is no such record';

    create function staging.decide_edits(batch uuid, no int, of_field text, decision text) returns int[]
      language plpgsql security definer set search_path = '' as $$
    declare
      c staging.correction;
      becomes text;
      present jsonb;
      changed int[] := '{}';
    begin
      for c in select k.* from staging.correction k join staging.record r using (batch_id, record_no)
        where k.batch_id = batch and k.rule = 'officer' and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
          and r.status <> 'ignored'
        order by k.record_no, k.field
      loop
        becomes := case decision when 'accept' then 'accepted' when 'reject' then 'rejected' else c.initial_status end;
        continue when becomes = c.status;
        changed := changed || c.record_no;
        if becomes = 'accepted' then
          select coalesce(r.candidate -> staging.candidate_key(c.field), 'null') into present from staging.record r
            where r.batch_id = batch and r.record_no = c.record_no;
          update staging.correction k set before_value = present, before = staging.value_text(present)
            where k.batch_id = batch and k.record_no = c.record_no and k.field = c.field and k.rule = c.rule;
          perform staging.put_field(batch, c.record_no, c.field, c.after_value);
        elsif c.status = 'accepted' then
          perform staging.put_field(batch, c.record_no, c.field, c.before_value);
        end if;
      end loop;
      return changed;
    end $$;
    comment on function staging.decide_edits(uuid, int, text, text) is 'Puts edits by hand into their candidates or takes them out; the records of those that change';

    -- A repair of text stands in the candidate where its column went: the address, or the name of a holder. An edit by hand
    -- on top of it keeps its own value and has the other one below it. Whole batches at once, hence set by set.
    create function staging.decide_repairs(batch uuid, no int, of_field text, of_rule text, decision text) returns int[]
      language plpgsql security definer set search_path = '' as $$
    declare
      columns constant jsonb := (select b.source -> 'columns' from staging.batch b where b.batch_id = batch);
      turns jsonb;
      changed int[];
    begin
      with picked as (
        select k.record_no, columns ->> k.field as role, k.status,
          case decision when 'accept' then 'accepted' when 'reject' then 'rejected' else k.initial_status end as becomes, k.before, k.after
        from staging.correction k join staging.record r using (batch_id, record_no)
        where k.batch_id = batch and k.rule = of_rule and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
          and r.status <> 'ignored')
      select coalesce(array_agg(p.record_no order by p.record_no), '{}'),
        coalesce(jsonb_agg(jsonb_build_object('no', p.record_no, 'role', p.role,
          'was', case when p.becomes in ('applied', 'accepted') then p.before else p.after end,
          'becomes', case when p.becomes in ('applied', 'accepted') then p.after else p.before end))
          filter (where (p.becomes in ('applied', 'accepted')) <> (p.status in ('applied', 'accepted'))), '[]')
      into changed, turns from picked p where p.becomes <> p.status;
      update staging.record r set candidate = jsonb_set(r.candidate, '{address}', to_jsonb(t.becomes))
        from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
        where t.role = 'address' and r.batch_id = batch and r.record_no = t.no and r.candidate ->> 'address' = t.was;
      update staging.record r set candidate = jsonb_set(r.candidate, '{holders}', (
          select jsonb_agg(case when h ->> 'name' = t.was then jsonb_set(h, '{name}', to_jsonb(t.becomes)) else h end order by n)
          from jsonb_array_elements(r.candidate -> 'holders') with ordinality as e(h, n)))
        from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
        where t.role = 'holder' and r.batch_id = batch and r.record_no = t.no and jsonb_array_length(r.candidate -> 'holders') > 0;
      update staging.correction c set before_value = to_jsonb(t.becomes), before = t.becomes
        from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
        where t.role = 'address' and c.batch_id = batch and c.record_no = t.no and c.field = 'address' and c.rule = 'officer'
          and c.before_value = to_jsonb(t.was);
      return changed;
    end $$;
    comment on function staging.decide_repairs(uuid, int, text, text, text) is 'Puts what a rule of the import repaired into its candidates or takes it out; the records of those that change';

    create function staging.decide_corrections(batch uuid, no int, of_field text, of_rule text, decision text)
      returns table (matched int, changed int[]) language plpgsql security definer set search_path = '' as $$
    declare
      effect text := decision;
      decided_before int;
    begin
      perform staging.require_review(batch);
      if decision is null or decision not in ('accept', 'reject', 'undo') then
        raise exception 'no such decision' using errcode = 'DB006';
      end if;
      select count(*), count(*) filter (where k.status in ('accepted', 'rejected')) into matched, decided_before from staging.correction k join staging.record r using (batch_id, record_no)
        where k.batch_id = batch and k.rule = of_rule and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
          and r.status <> 'ignored';
      -- Where nobody has decided yet, what there is to undo is what the import did.
      if decision = 'undo' and of_rule <> 'officer' and decided_before = 0 then
        effect := 'reject';
      end if;
      changed := case when of_rule = 'officer' then staging.decide_edits(batch, no, of_field, effect)
        else staging.decide_repairs(batch, no, of_field, of_rule, effect) end;
      with decided as (
        update staging.correction k set status = d.becomes, decided_by = current_setting('diaba.actor'), decided_at = clock_timestamp()
        from (
          select c.record_no, c.field, c.status as was,
            case effect when 'accept' then 'accepted' when 'reject' then 'rejected' else c.initial_status end as becomes
          from staging.correction c join staging.record r using (batch_id, record_no)
          where c.batch_id = batch and c.rule = of_rule and (no is null or c.record_no = no) and (of_field is null or c.field = of_field)
            and r.status <> 'ignored') d
        where k.batch_id = batch and k.rule = of_rule and k.record_no = d.record_no and k.field = d.field and d.becomes <> d.was
        returning k.record_no, k.field, d.was, d.becomes)
      insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, decided_by)
      select batch, d.record_no, d.field, of_rule, decision, d.was, d.becomes, current_setting('diaba.actor')
      from decided d order by d.record_no, d.field;
      return next;
    end $$;
    comment on function staging.decide_corrections(uuid, int, text, text, text) is 'Accepts, rejects or undoes one correction, or all by one rule; how many there were and the records that changed';

    -- Whole batches are ended at once: comparing rows as JSON wrote every outline as text, 1 ms a parcel.
    create or replace function cadastre.refuse_edit() returns trigger language plpgsql set search_path = '' as $$
    declare
      unended cadastre.parcel_version;
    begin
      if tg_op = 'DELETE' then
        raise exception 'a parcel version is never deleted' using errcode = 'DB003';
      end if;
      if old.status = 'historic' or (old.status = 'current' and new.status = 'pending') then
        raise exception 'parcel % version % is %', old.parcel_id, old.version_no, old.status using errcode = 'DB003';
      end if;
      unended := new;
      unended.status := old.status;
      unended.ended_at := old.ended_at;
      unended.ended_by := old.ended_by;
      unended.registered_at := old.registered_at;
      if unended operator(pg_catalog.*<>) old or (old.registered_at is not null and new.registered_at is distinct from old.registered_at) then
        raise exception 'parcel % version % is registered and is not edited', old.parcel_id, old.version_no using errcode = 'DB003';
      end if;
      return new;
    end $$;

    alter table staging.proposal enable row level security;
    alter table staging.correction_step enable row level security;
    alter table staging.exclusion_step enable row level security;
    alter table staging.answer enable row level security;
    alter table staging.staff enable row level security;
    create policy proposal_scope on staging.proposal to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy correction_step_scope on staging.correction_step for select to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy exclusion_step_scope on staging.exclusion_step to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy answer_scope on staging.answer to diaba_app using (
      actor = (select current_setting('diaba.actor', true)) and batch_id in (select batch_id from staging.batch));
    create policy staff_read on staging.staff for select to diaba_app using (true);
    create policy staff_own on staging.staff for insert to diaba_app with check (actor = (select current_setting('diaba.actor', true)));
    create policy staff_rename on staging.staff for update to diaba_app using (actor = (select current_setting('diaba.actor', true)));
    create policy proposal_audit on staging.proposal for select to diaba_auditor using (true);
    create policy correction_step_audit on staging.correction_step for select to diaba_auditor using (true);
    create policy exclusion_step_audit on staging.exclusion_step for select to diaba_auditor using (true);

    grant select, insert on staging.proposal, staging.exclusion_step, staging.answer, staging.staff, audit.read_log to diaba_app;
    grant update (name, seen_at) on staging.staff to diaba_app;
    grant select on staging.correction_step to diaba_app;
    grant update (settled_by) on staging.finding to diaba_app;
    grant select on staging.proposal, staging.correction_step, staging.exclusion_step, audit.read_log to diaba_auditor;
    grant execute on function staging.edit_record(uuid, int, text, jsonb, text), staging.decide_corrections(uuid, int, text, text, text) to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
