-- The audit log: every state change writes a row in its own transaction, and every look of staff at personal data. The log is a
-- transparency log (RFC 6962): a sealer gives every entry a position without gaps, extends the tree and signs its root.
-- Positions are given by the sealer and not by the sequence, which has gaps after rollbacks and passes over who commits
-- late.

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
create index entry_batch_idx on audit.entry (lower(coalesce(body ->> 'batchId', subject_id)), seq)
  where subject_kind in ('batch', 'dealing') and action like 'batch.%';
comment on index audit.entry_batch_idx is 'What happened to one batch, in order';
create index entry_xid_idx on audit.entry (xid);
comment on index audit.entry_xid_idx is 'What committed since the last seal';
create trigger entry_append_only before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger entry_no_truncate before truncate on audit.entry for each statement execute function audit.refuse_change();
create trigger entry_set_leaf before insert on audit.entry for each row execute function audit.set_leaf();
grant select, insert on audit.entry to diaba_app;
grant select on audit.entry to diaba_auditor;

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
grant select, insert on audit.read_log to diaba_app;
grant select on audit.read_log to diaba_auditor;

create table audit.leaf (
  position bigint primary key check (position >= 0),
  seq bigint not null unique,
  hash bytea not null check (octet_length(hash) = 32)
);
comment on table audit.leaf is 'Leaves of the tree: which entry stands at which position';
comment on column audit.leaf.position is 'From 0, without gaps';
comment on column audit.leaf.seq is 'Entry';
comment on column audit.leaf.hash is 'Its leaf digest when it was sealed (RFC 6962 2.1: SHA-256 of 0x00 and the entry)';
create trigger leaf_append_only before update or delete on audit.leaf for each row execute function audit.refuse_change();
create trigger leaf_no_truncate before truncate on audit.leaf for each statement execute function audit.refuse_change();
grant select, insert on audit.leaf to diaba_app;
grant select on audit.leaf to diaba_auditor;

create table audit.tree_node (
  level int not null check (level > 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  constraint tree_node_pkey primary key (level, index)
);
comment on table audit.tree_node is 'Roots of the full subtrees: 2^level leaves from index * 2^level on';
comment on column audit.tree_node.level is 'Height above the leaves';
comment on column audit.tree_node.index is 'Place among the nodes of its level, from 0';
comment on column audit.tree_node.hash is 'SHA-256 of 0x01 and both children';
create trigger tree_node_append_only before update or delete on audit.tree_node for each row execute function audit.refuse_change();
create trigger tree_node_no_truncate before truncate on audit.tree_node for each statement execute function audit.refuse_change();
grant select, insert on audit.tree_node to diaba_app;
grant select on audit.tree_node to diaba_auditor;

create table audit.checkpoint (
  size bigint primary key check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  horizon xid8 not null,
  at timestamptz not null default clock_timestamp()
);
comment on table audit.checkpoint is 'Signed sizes and roots of the tree; whoever keeps one elsewhere can tell whether the log was rewritten';
comment on column audit.checkpoint.size is 'Leaves';
comment on column audit.checkpoint.root is 'Root over them';
comment on column audit.checkpoint.note is 'Signed note: origin, size, root, Ed25519 signature (C2SP tlog-checkpoint)';
comment on column audit.checkpoint.horizon is 'Every transaction before it had ended and is in the tree';
comment on column audit.checkpoint.at is 'When it was made';
create trigger checkpoint_append_only before update or delete on audit.checkpoint for each row execute function audit.refuse_change();
create trigger checkpoint_no_truncate before truncate on audit.checkpoint for each statement execute function audit.refuse_change();
grant select, insert on audit.checkpoint to diaba_app;
grant select on audit.checkpoint to diaba_auditor;
