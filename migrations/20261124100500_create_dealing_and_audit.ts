import type { Knex } from 'knex';

/** Dealings (the legal acts) and the audit log every state change writes to in its own transaction. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table dealing.dealing (
      dealing_id uuid primary key,
      kind text not null check (kind in ('import_promotion', 'promotion_reversal')),
      status text not null check (status in ('draft', 'lodged', 'examined', 'approved', 'registered', 'closed', 'refused', 'withdrawn')),
      commune_code char(5) not null,
      commune_valid_from date not null,
      initial_load boolean not null default false,
      proposed_by text not null,
      approved_by text,
      batch_id uuid,
      reverses uuid references dealing.dealing,
      created_at timestamptz not null default now(),
      registered_at timestamptz,
      constraint dealing_commune_fkey foreign key (commune_code, commune_valid_from) references reference.administrative_unit,
      constraint dealing_four_eyes check (initial_load or approved_by is null or approved_by <> proposed_by),
      constraint dealing_registered_at check ((status in ('registered', 'closed')) = (registered_at is not null))
    );
    comment on table dealing.dealing is 'A legal act on registered objects: it targets current ones, retires them and raises new ones';
    comment on column dealing.dealing.dealing_id is 'Made by the client, so that a repeated request is harmless';
    comment on column dealing.dealing.kind is 'Kind of dealing';
    comment on column dealing.dealing.status is 'Only moves forward';
    comment on column dealing.dealing.commune_code is 'Commune of the dealing';
    comment on column dealing.dealing.commune_valid_from is 'First day of that unit';
    comment on column dealing.dealing.initial_load is 'True for a promotion by the command line that only adds parcels: the one case without a second person';
    comment on column dealing.dealing.proposed_by is 'Actor who proposed';
    comment on column dealing.dealing.approved_by is 'Actor who approved; never the proposer (four eyes)';
    comment on column dealing.dealing.batch_id is 'Batch promoted or taken back';
    comment on column dealing.dealing.reverses is 'Dealing taken back by this one';
    comment on column dealing.dealing.created_at is 'When it was opened';
    comment on column dealing.dealing.registered_at is 'Legal moment of registration';
    create unique index dealing_batch_idx on dealing.dealing (batch_id) where kind = 'import_promotion' and status in ('registered', 'closed');
    comment on index dealing.dealing_batch_idx is 'A batch is promoted once';

    create function dealing.status_rank(status text) returns int language sql immutable set search_path = '' as $$
      select case status when 'draft' then 0 when 'lodged' then 1 when 'examined' then 2 when 'approved' then 3
        when 'refused' then 4 when 'withdrawn' then 4 when 'registered' then 5 when 'closed' then 6 end
    $$;
    comment on function dealing.status_rank(text) is 'Order of the states; a dealing never goes back';

    create function dealing.forward_only() returns trigger language plpgsql set search_path = '' as $$
    begin
      if dealing.status_rank(new.status) < dealing.status_rank(old.status)
         or (old.status in ('refused', 'withdrawn') and new.status <> old.status) then
        raise exception 'dealing % cannot go from % to %', old.dealing_id, old.status, new.status using errcode = 'DB001';
      end if;
      if old.status in ('registered', 'closed')
         and (new.kind, new.commune_code, new.initial_load, new.proposed_by, new.approved_by, new.batch_id, new.registered_at)
             is distinct from (old.kind, old.commune_code, old.initial_load, old.proposed_by, old.approved_by, old.batch_id, old.registered_at) then
        raise exception 'dealing % is registered and is not edited', old.dealing_id using errcode = 'DB001';
      end if;
      return new;
    end $$;
    comment on function dealing.forward_only() is 'Refuses a step back and any change of a registered dealing';
    create trigger dealing_forward_only before update on dealing.dealing for each row execute function dealing.forward_only();

    create table audit.entry (
      seq bigint generated always as identity primary key,
      xid xid8 not null default pg_current_xact_id(),
      at timestamptz not null default clock_timestamp(),
      actor text not null,
      action text not null,
      subject_kind text not null,
      subject_id text not null,
      body jsonb not null default '{}',
      leaf bytea not null
    );
    comment on table audit.entry is 'One row per state change, written in the transaction that makes the change; ids, codes and digests only, never names';
    comment on column audit.entry.seq is 'Order of insertion (gaps after rollbacks are harmless)';
    comment on column audit.entry.xid is 'Transaction, so that a sealer never passes over a late committer';
    comment on column audit.entry.at is 'When';
    comment on column audit.entry.actor is 'Who: subject of the identity provider, or import-cli';
    comment on column audit.entry.action is 'What was done';
    comment on column audit.entry.subject_kind is 'Kind of object';
    comment on column audit.entry.subject_id is 'Its id';
    comment on column audit.entry.body is 'Facts of the change: ids, codes, counts, digests';
    comment on column audit.entry.leaf is 'SHA-256 of 0x00 and the canonical entry (RFC 6962 leaf)';

    create function audit.refuse_change() returns trigger language plpgsql set search_path = '' as $$
    begin
      raise exception 'the audit log is append only' using errcode = 'DB002';
    end $$;
    comment on function audit.refuse_change() is 'Refuses UPDATE, DELETE and TRUNCATE, for the owner too';
    create trigger entry_append_only before update or delete on audit.entry for each row execute function audit.refuse_change();
    create trigger entry_no_truncate before truncate on audit.entry for each statement execute function audit.refuse_change();

    create function audit.set_leaf() returns trigger language plpgsql set search_path = '' as $$
    begin
      new.leaf := sha256('\\x00'::bytea || convert_to(jsonb_build_object(
        'action', new.action, 'actor', new.actor, 'at', to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'body', new.body, 'subjectId', new.subject_id, 'subjectKind', new.subject_kind)::text, 'UTF8'));
      return new;
    end $$;
    comment on function audit.set_leaf() is 'Computes the leaf digest; whatever the client sent is replaced';
    create trigger entry_set_leaf before insert on audit.entry for each row execute function audit.set_leaf();

    alter table dealing.dealing enable row level security;
    create policy dealing_scope on dealing.dealing to diaba_app
      using (commune_code = any ((select string_to_array(nullif(current_setting('diaba.communes', true), ''), ','))::text[])
             or (select current_setting('diaba.communes', true)) = '*');
    create policy dealing_audit on dealing.dealing for select to diaba_auditor using (true);

    grant select, insert, update on dealing.dealing to diaba_app;
    grant select, insert on audit.entry to diaba_app;
    grant select on dealing.dealing, audit.entry to diaba_auditor;
    grant execute on function dealing.status_rank(text) to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
