import type { Knex } from 'knex';

/**
 * Dealings that people open on registered parcels: what they say (content), what they are about (targets), the land they
 * would raise (pending parcels), and the first answer given to each request. Kinds are a table: the next one is a row.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table reference.dealing_kind (
      kind text primary key,
      subject text not null check (subject in ('batch', 'parcel'))
    );
    comment on table reference.dealing_kind is 'Kinds of dealing; what each does is code, that it exists is data';
    comment on column reference.dealing_kind.kind is 'Name, as in the API';
    comment on column reference.dealing_kind.subject is 'What it is about: a batch of imported records, or registered parcels';
    insert into reference.dealing_kind (kind, subject) values ('import_promotion', 'batch'), ('import_reversal', 'batch'),
      ('split', 'parcel'), ('transfer', 'parcel'), ('mortgage_registration', 'parcel'), ('mortgage_release', 'parcel'),
      ('caveat_placement', 'parcel'), ('caveat_release', 'parcel');
    grant select on reference.dealing_kind to diaba_app, diaba_auditor;

    alter table dealing.dealing drop constraint dealing_kind;
    alter table dealing.dealing
      add constraint dealing_kind_fkey foreign key (kind) references reference.dealing_kind,
      add column version int not null default 1 check (version > 0),
      add column changed_at timestamptz not null default now(),
      add column lodged_at timestamptz,
      add column examined_by text,
      add column suspended_at timestamptz,
      add constraint dealing_suspended check (suspended_at is null or status in ('lodged', 'examined'));
    comment on column dealing.dealing.version is 'Rises with every change, so that nobody decides on what he has not seen';
    comment on column dealing.dealing.changed_at is 'When it last changed';
    comment on column dealing.dealing.lodged_at is 'When it was lodged: from then on what it says is fixed';
    comment on column dealing.dealing.examined_by is 'Actor who examined it';
    comment on column dealing.dealing.suspended_at is 'Since when its clock is stopped; null while it runs';
    create index dealing_open_idx on dealing.dealing (commune_code, changed_at desc) where status in ('draft', 'lodged', 'examined', 'approved');
    comment on index dealing.dealing_open_idx is 'Work that is open, by commune';

    create function dealing.count_version() returns trigger language plpgsql set search_path = '' as $$
    begin
      new.version := old.version + 1;
      new.changed_at := clock_timestamp();
      return new;
    end $$;
    comment on function dealing.count_version() is 'Counts a version with every change of a dealing';
    create trigger dealing_count_version before update on dealing.dealing for each row execute function dealing.count_version();

    create table dealing.content (
      dealing_id uuid primary key references dealing.dealing,
      payload jsonb not null,
      verdicts jsonb not null default '[]',
      constraint content_is_object check (jsonb_typeof(payload) = 'object' and jsonb_typeof(verdicts) = 'array')
    );
    comment on table dealing.content is 'What a dealing says; personal data. Fixed once it is lodged';
    comment on column dealing.content.dealing_id is 'Dealing';
    comment on column dealing.content.payload is 'As the kind''s schema says; identity numbers are in dealing.identity_number';
    comment on column dealing.content.verdicts is 'What the rules said when it was lodged: code, severity, facts';

    create table dealing.identity_number (
      dealing_id uuid not null references dealing.dealing,
      ordinal int not null check (ordinal > 0),
      cipher bytea not null,
      lookup_hash bytea not null check (octet_length(lookup_hash) = 32),
      constraint identity_number_pkey primary key (dealing_id, ordinal)
    );
    comment on table dealing.identity_number is 'Identity numbers of persons that a dealing names, encrypted, with a keyed hash for look-up';
    comment on column dealing.identity_number.dealing_id is 'Dealing';
    comment on column dealing.identity_number.ordinal is 'Place by which the payload refers to it';
    comment on column dealing.identity_number.cipher is 'AES-256-GCM: nonce, ciphertext, tag';
    comment on column dealing.identity_number.lookup_hash is 'HMAC-SHA-256 of the digits';

    create table dealing.target (
      dealing_id uuid not null references dealing.dealing,
      ordinal int not null check (ordinal > 0),
      parcel_id uuid not null references cadastre.parcel,
      version_no int not null,
      constraint target_pkey primary key (dealing_id, parcel_id),
      constraint target_order unique (dealing_id, ordinal),
      constraint target_version_fkey foreign key (parcel_id, version_no) references cadastre.parcel_version
    );
    comment on table dealing.target is 'Parcels that a dealing is about, in the version it was decided on';
    comment on column dealing.target.dealing_id is 'Dealing';
    comment on column dealing.target.ordinal is 'Order as given';
    comment on column dealing.target.parcel_id is 'Parcel';
    comment on column dealing.target.version_no is 'Version it was decided on: another one makes the dealing stale';
    create index target_parcel_idx on dealing.target (parcel_id);

    create table dealing.pending_parcel (
      dealing_id uuid not null references dealing.dealing,
      ordinal int not null check (ordinal > 0),
      role text not null check (role in ('raised', 'changed', 'neighbour')),
      parcel_id uuid not null,
      version_no int not null check (version_no > 0),
      sheet_id uuid not null references cadastre.sheet,
      parcel_no text not null check (parcel_no <> ''),
      parcel_code char(12) not null check (parcel_code ~ '^[0-9b-hjkmnp-z]{12}$'),
      land_use text not null,
      area_m2 numeric(16, 2) not null check (area_m2 > 0),
      legal_area_m2 numeric(16, 2) check (legal_area_m2 > 0),
      address text,
      geom_legal geometry not null,
      geom geometry not null,
      feature_point geometry(Point) not null,
      constraint pending_parcel_pkey primary key (dealing_id, parcel_id),
      constraint pending_parcel_order unique (dealing_id, ordinal),
      constraint pending_parcel_valid check (st_isvalid(geom_legal) and geometrytype(geom_legal) = 'POLYGON'),
      constraint pending_parcel_version check ((role = 'raised') = (version_no = 1))
    );
    comment on table dealing.pending_parcel is 'Land that a lodged dealing would raise or change: pending parcels, seen by officers only. Registration makes versions of them';
    comment on column dealing.pending_parcel.dealing_id is 'Dealing';
    comment on column dealing.pending_parcel.ordinal is 'Order';
    comment on column dealing.pending_parcel.role is 'raised: a new parcel; changed: a target in a new shape; neighbour: gets a corner that a cut made on its edge';
    comment on column dealing.pending_parcel.parcel_id is 'Parcel it becomes or is';
    comment on column dealing.pending_parcel.version_no is 'Version it becomes';
    comment on column dealing.pending_parcel.sheet_id is 'Sheet';
    comment on column dealing.pending_parcel.parcel_no is 'Number within the sheet, held for this dealing and never used again';
    comment on column dealing.pending_parcel.parcel_code is 'Mã thửa đất it gets (TT 19/2026 Annex I)';
    comment on column dealing.pending_parcel.land_use is 'Land-use codes joined by +';
    comment on column dealing.pending_parcel.area_m2 is 'Computed in the legal system, m²';
    comment on column dealing.pending_parcel.legal_area_m2 is 'To be registered, m²; null if none';
    comment on column dealing.pending_parcel.address is 'Where it is';
    comment on column dealing.pending_parcel.geom_legal is 'Boundary in the sheet''s own system, to 0.1 mm';
    comment on column dealing.pending_parcel.geom is 'The same in the registry''s system';
    comment on column dealing.pending_parcel.feature_point is 'Pole of inaccessibility in the sheet''s own system';
    create index pending_parcel_geom_idx on dealing.pending_parcel using gist (geom);
    create index pending_parcel_parcel_idx on dealing.pending_parcel (parcel_id);

    create table dealing.answer (
      actor text not null,
      door text not null,
      key text not null,
      dealing_id uuid not null references dealing.dealing,
      asked bytea not null,
      reply jsonb not null,
      answered_at timestamptz not null default now(),
      constraint answer_pkey primary key (actor, door, key)
    );
    comment on table dealing.answer is 'First answer to each request on a dealing: the same request again gets it again';
    comment on column dealing.answer.actor is 'Who asked';
    comment on column dealing.answer.door is 'Which door of the API';
    comment on column dealing.answer.key is 'Idempotency key, or the dealing''s id';
    comment on column dealing.answer.dealing_id is 'Dealing';
    comment on column dealing.answer.asked is 'Digest of what was asked';
    comment on column dealing.answer.reply is 'What was answered';
    comment on column dealing.answer.answered_at is 'When';

    create function dealing.keep_lodged() returns trigger language plpgsql security definer set search_path = '' as $$
    declare
      present text;
    begin
      select d.status into present from dealing.dealing d where d.dealing_id = old.dealing_id;
      if tg_op = 'DELETE' and present = 'draft' then
        return old;
      end if;
      if present <> 'draft' or new.dealing_id is distinct from old.dealing_id then
        raise exception 'dealing % is %: what it says is fixed', old.dealing_id, present using errcode = 'DB001';
      end if;
      return new;
    end $$;
    comment on function dealing.keep_lodged() is 'What a dealing says changes only while it is a draft';
    create trigger content_keep_lodged before update or delete on dealing.content for each row execute function dealing.keep_lodged();
    create trigger identity_number_keep_lodged before update or delete on dealing.identity_number for each row execute function dealing.keep_lodged();
    create trigger target_keep_lodged before update or delete on dealing.target for each row execute function dealing.keep_lodged();
    create trigger pending_parcel_keep_lodged before update or delete on dealing.pending_parcel for each row execute function dealing.keep_lodged();

    alter table dealing.content enable row level security;
    alter table dealing.identity_number enable row level security;
    alter table dealing.target enable row level security;
    alter table dealing.pending_parcel enable row level security;
    alter table dealing.answer enable row level security;
    create policy content_scope on dealing.content to diaba_app using (dealing_id in (select d.dealing_id from dealing.dealing d));
    create policy identity_number_scope on dealing.identity_number to diaba_app using (dealing_id in (select d.dealing_id from dealing.dealing d));
    create policy target_scope on dealing.target to diaba_app using (dealing_id in (select d.dealing_id from dealing.dealing d));
    create policy pending_parcel_scope on dealing.pending_parcel to diaba_app using (dealing_id in (select d.dealing_id from dealing.dealing d));
    create policy answer_scope on dealing.answer to diaba_app using (
      actor = (select current_setting('diaba.actor', true)) and dealing_id in (select d.dealing_id from dealing.dealing d));
    create policy target_audit on dealing.target for select to diaba_auditor using (true);
    create policy pending_parcel_audit on dealing.pending_parcel for select to diaba_auditor using (true);
    grant select, insert on dealing.content, dealing.identity_number, dealing.target, dealing.pending_parcel, dealing.answer to diaba_app;
    grant update (verdicts) on dealing.content to diaba_app;
    grant select on dealing.target, dealing.pending_parcel to diaba_auditor;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
