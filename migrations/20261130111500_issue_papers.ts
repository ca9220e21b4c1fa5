import type { Knex } from 'knex';

/**
 * Papers that the register issued: what they are about, their digest, and what became of them. The bytes lie in the store under
 * the digest. Whatever ends a version of a parcel, or changes its rights, makes its papers superseded in the same statement.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create sequence document.paper_number;
    comment on sequence document.paper_number is 'Numbers of papers; with gaps, never twice';

    create table document.paper (
      serial text primary key check (serial ~ '^[A-Z]{2}-[0-9]{4}-[0-9]{6,}$'),
      code text not null check (code ~ '^[2-9A-HJKMNP-TV-Z]{16}$'),
      kind text not null check (kind in ('map_extract')),
      template_version int not null check (template_version > 0),
      commune_code char(5) not null,
      office text not null check (office <> ''),
      party_ids uuid[] not null,
      sha256 bytea not null check (octet_length(sha256) = 32) references document.stored_file,
      trial_signature boolean not null,
      status text not null default 'issued' check (status in ('issued', 'superseded', 'revoked')),
      issued_by text not null,
      request_key text not null,
      asked bytea not null check (octet_length(asked) = 32),
      issued_at timestamptz not null,
      superseded_at timestamptz,
      superseded_by uuid references dealing.dealing,
      revoked_at timestamptz,
      constraint paper_code_key unique (code),
      constraint paper_request_key unique (issued_by, request_key),
      constraint paper_superseded check ((superseded_at is null) = (superseded_by is null) and (status <> 'issued' or superseded_at is null)
        and (status <> 'superseded' or superseded_at is not null)),
      constraint paper_revoked check ((status = 'revoked') = (revoked_at is not null))
    );
    comment on table document.paper is 'Papers that were issued. Only what became of them changes';
    comment on column document.paper.serial is 'Serial, as printed';
    comment on column document.paper.code is 'Code by which anyone checks the paper: 16 signs, about 78 bits, without the hyphens';
    comment on column document.paper.kind is 'Kind';
    comment on column document.paper.template_version is 'Version of the template it was made by';
    comment on column document.paper.commune_code is 'Commune of its parcels';
    comment on column document.paper.office is 'Office, as printed';
    comment on column document.paper.party_ids is 'Parties whose names it carries: every download is logged as a look at them';
    comment on column document.paper.sha256 is 'Digest of the signed bytes, which lie in the store under it';
    comment on column document.paper.trial_signature is 'True: signed with a key made by set-up, which no authority vouches for';
    comment on column document.paper.status is 'issued, superseded (the register says something else now) or revoked';
    comment on column document.paper.issued_by is 'Who had it made';
    comment on column document.paper.request_key is 'Idempotency key of the request';
    comment on column document.paper.asked is 'Digest of what was asked under that key';
    comment on column document.paper.issued_at is 'When';
    comment on column document.paper.superseded_at is 'Since when the register says something else';
    comment on column document.paper.superseded_by is 'Dealing that made it so';
    comment on column document.paper.revoked_at is 'When it was revoked';

    create table document.paper_parcel (
      serial text not null references document.paper,
      ordinal int not null check (ordinal > 0),
      parcel_id uuid not null,
      version_no int not null,
      constraint paper_parcel_pkey primary key (serial, ordinal),
      constraint paper_parcel_version_fkey foreign key (parcel_id, version_no) references cadastre.parcel_version
    );
    comment on table document.paper_parcel is 'Parcels that a paper is about, in the version it shows';
    comment on column document.paper_parcel.serial is 'Paper';
    comment on column document.paper_parcel.ordinal is 'Order on the paper';
    comment on column document.paper_parcel.parcel_id is 'Parcel';
    comment on column document.paper_parcel.version_no is 'Version shown';
    create index paper_parcel_parcel_idx on document.paper_parcel (parcel_id);
    comment on index document.paper_parcel_parcel_idx is 'Papers of a parcel';

    create function document.keep_paper() returns trigger language plpgsql set search_path = '' as $$
    declare
      moving constant text[] := '{status,superseded_at,superseded_by,revoked_at}';
    begin
      if tg_op = 'DELETE' or old.status = 'revoked' or new.status = 'issued' or (old.status = 'superseded' and new.status <> 'revoked')
         or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
        raise exception 'paper % was issued: it is superseded or revoked, never edited or deleted', old.serial using errcode = 'DB003';
      end if;
      return new;
    end $$;
    comment on function document.keep_paper() is 'A paper that was issued is superseded or revoked, never edited or deleted';
    create trigger paper_keep before update or delete on document.paper for each row execute function document.keep_paper();
    create trigger paper_parcel_stays before update or delete on document.paper_parcel for each row execute function cadastre.refuse_removal();

    create function document.supersede_papers() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      update document.paper p set status = 'superseded', superseded_at = clock_timestamp(), superseded_by = changed.dealing_id
      from (
        select distinct on (a.serial) a.serial, coalesce(r.ended_by, r.raised_by) as dealing_id
        from new_rows r join document.paper_parcel a on a.parcel_id = r.parcel_id
        order by a.serial, r.ended_by nulls last
      ) changed
      where p.serial = changed.serial and p.status = 'issued';
      return null;
    end $$;
    comment on function document.supersede_papers() is 'Papers about parcels whose version ended or whose rights changed no longer say what the register says';
    revoke all on function document.keep_paper(), document.supersede_papers() from public;
    create trigger parcel_version_supersedes_papers after update on cadastre.parcel_version referencing new table as new_rows
      for each statement execute function document.supersede_papers();
    create trigger right_raised_supersedes_papers after insert on rights."right" referencing new table as new_rows
      for each statement execute function document.supersede_papers();
    create trigger right_ended_supersedes_papers after update on rights."right" referencing new table as new_rows
      for each statement execute function document.supersede_papers();

    create function portal.verify_paper(whole_code text)
      returns table (state text, kind text, serial text, issued_at timestamptz, office text, sha256 text, superseded_at timestamptz, trial_signature boolean)
      language sql stable security definer set search_path = '' as $$
      select case p.status when 'issued' then 'genuine' else p.status end, p.kind, p.serial, p.issued_at, p.office, encode(p.sha256, 'hex'),
        p.superseded_at, p.trial_signature
      from document.paper p where p.code = whole_code
    $$;
    comment on function portal.verify_paper(text) is 'What anyone may know of a paper whose code he holds: nothing of persons, no land';
    revoke all on function portal.verify_paper(text) from public;
    grant execute on function portal.verify_paper(text) to diaba_portal;

    alter table document.paper enable row level security;
    alter table document.paper_parcel enable row level security;
    create policy paper_scope on document.paper to diaba_app using (staging.in_scope(commune_code));
    create policy paper_parcel_scope on document.paper_parcel to diaba_app using (serial in (select p.serial from document.paper p));
    create policy paper_audit on document.paper for select to diaba_auditor using (true);
    create policy paper_parcel_audit on document.paper_parcel for select to diaba_auditor using (true);
    grant select, insert on document.paper, document.paper_parcel to diaba_app;
    grant select on document.paper, document.paper_parcel to diaba_auditor;
    grant usage on sequence document.paper_number to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
