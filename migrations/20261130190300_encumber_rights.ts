import type { Knex } from 'knex';

/** Mortgages on rights, and caveats on parcels: each points to the dealing that made it and the one that ended it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table rights.mortgage (
      mortgage_id uuid primary key,
      mortgagee_id uuid not null,
      commune_code char(5) not null,
      document jsonb not null check (jsonb_typeof(document) = 'object'),
      raised_by uuid not null,
      ended_by uuid,
      registered_at timestamptz not null,
      ended_at timestamptz,
      recorded_at timestamptz not null default now(),
      constraint mortgage_life check ((ended_at is null) = (ended_by is null))
    );
    comment on table rights.mortgage is 'Mortgages of rights (LADM LA_Mortgage)';
    comment on column rights.mortgage.mortgage_id is 'Id';
    comment on column rights.mortgage.mortgagee_id is 'Party in whose favour; checked once per statement';
    comment on column rights.mortgage.commune_code is 'Commune of the parcels';
    comment on column rights.mortgage.document is 'Contract: no, date, place';
    comment on column rights.mortgage.raised_by is 'Dealing that made it; checked once per statement';
    comment on column rights.mortgage.ended_by is 'Dealing that ended it; checked once per statement';
    comment on column rights.mortgage.registered_at is 'Legal moment, which gives it its rank';
    comment on column rights.mortgage.ended_at is 'Legal moment from which it no longer holds';
    comment on column rights.mortgage.recorded_at is 'System time';

    create table rights.mortgaged_right (
      mortgage_id uuid not null references rights.mortgage,
      right_id uuid not null references rights."right",
      raised_by uuid not null references dealing.dealing,
      constraint mortgaged_right_pkey primary key (mortgage_id, right_id)
    );
    comment on table rights.mortgaged_right is 'Rights that a mortgage burdens; a right that follows another one is added by the dealing that made it follow';
    comment on column rights.mortgaged_right.mortgage_id is 'Mortgage';
    comment on column rights.mortgaged_right.right_id is 'Right';
    comment on column rights.mortgaged_right.raised_by is 'Dealing that put it there';
    create index mortgaged_right_right_idx on rights.mortgaged_right (right_id);

    create table rights.caveat (
      caveat_id uuid primary key,
      parcel_id uuid not null references cadastre.parcel,
      commune_code char(5) not null,
      stops_transfer boolean not null,
      stops_mortgage boolean not null,
      stops_split boolean not null,
      document jsonb not null check (jsonb_typeof(document) = 'object'),
      until date,
      raised_by uuid not null,
      ended_by uuid,
      registered_at timestamptz not null,
      ended_at timestamptz,
      recorded_at timestamptz not null default now(),
      constraint caveat_effect check (stops_transfer or stops_mortgage or stops_split),
      constraint caveat_life check ((ended_at is null) = (ended_by is null))
    );
    comment on table rights.caveat is 'Caveats (ngăn chặn) on parcels, each effect by itself';
    comment on column rights.caveat.caveat_id is 'Id';
    comment on column rights.caveat.parcel_id is 'Parcel';
    comment on column rights.caveat.commune_code is 'Commune of the parcel';
    comment on column rights.caveat.stops_transfer is 'No transfer while it holds';
    comment on column rights.caveat.stops_mortgage is 'No mortgage while it holds';
    comment on column rights.caveat.stops_split is 'No change of shape while it holds';
    comment on column rights.caveat.document is 'Paper it rests on: no, date, place';
    comment on column rights.caveat.until is 'Last day it holds; null until it is released';
    comment on column rights.caveat.raised_by is 'Dealing that placed it; checked once per statement';
    comment on column rights.caveat.ended_by is 'Dealing that released it; checked once per statement';
    comment on column rights.caveat.registered_at is 'Legal moment from which it holds';
    comment on column rights.caveat.ended_at is 'Legal moment from which it no longer holds';
    comment on column rights.caveat.recorded_at is 'System time';
    create index caveat_parcel_idx on rights.caveat (parcel_id);

    create function rights.only_ended() returns trigger language plpgsql set search_path = '' as $$
    begin
      if tg_op = 'DELETE' or old.ended_at is not null
         or (to_jsonb(new) - '{ended_at,ended_by}'::text[]) is distinct from (to_jsonb(old) - '{ended_at,ended_by}'::text[]) then
        raise exception 'what is in rights.% is only ended, never edited or deleted', tg_table_name using errcode = 'DB003';
      end if;
      return new;
    end $$;
    comment on function rights.only_ended() is 'What burdens a right or a parcel is only ended, never edited or deleted';
    create trigger mortgage_only_ended before update or delete on rights.mortgage for each row execute function rights.only_ended();
    create trigger caveat_only_ended before update or delete on rights.caveat for each row execute function rights.only_ended();
    create trigger mortgaged_right_stays before update or delete on rights.mortgaged_right for each row execute function cadastre.refuse_removal();
    create trigger mortgage_raised_by_insert after insert on rights.mortgage
      referencing new table as new_rows for each statement execute function dealing.require_raising();
    create trigger caveat_raised_by_insert after insert on rights.caveat
      referencing new table as new_rows for each statement execute function dealing.require_raising();
    create trigger mortgage_parents_insert after insert on rights.mortgage referencing new table as new_rows
      for each statement execute function cadastre.require_parent('mortgage_mortgagee_exists', 'party.party', 'mortgagee_id=party_id',
        'mortgage_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
    create trigger mortgage_ended_by_update after update on rights.mortgage referencing new table as new_rows
      for each statement execute function cadastre.require_parent('mortgage_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
    create trigger caveat_ended_by_update after update on rights.caveat referencing new table as new_rows
      for each statement execute function cadastre.require_parent('caveat_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');

    alter table rights.mortgage enable row level security;
    alter table rights.mortgaged_right enable row level security;
    alter table rights.caveat enable row level security;
    create policy mortgage_scope on rights.mortgage to diaba_app using (staging.in_scope(commune_code));
    create policy mortgaged_right_scope on rights.mortgaged_right to diaba_app using (mortgage_id in (select m.mortgage_id from rights.mortgage m));
    create policy caveat_scope on rights.caveat to diaba_app using (staging.in_scope(commune_code));
    create policy mortgage_audit on rights.mortgage for select to diaba_auditor using (true);
    create policy mortgaged_right_audit on rights.mortgaged_right for select to diaba_auditor using (true);
    create policy caveat_audit on rights.caveat for select to diaba_auditor using (true);
    grant select, insert on rights.mortgage, rights.mortgaged_right, rights.caveat to diaba_app;
    grant update (ended_at, ended_by) on rights.mortgage, rights.caveat to diaba_app;
    grant select on rights.mortgage, rights.mortgaged_right, rights.caveat to diaba_auditor;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
