import type { Knex } from 'knex';

/**
 * The audit log as a transparency log (RFC 6962): a sealer gives every entry a position without gaps, extends the tree and
 * signs its root. Positions are given by the sealer and not by the sequence, which has gaps after rollbacks and passes over
 * who commits late.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table audit.leaf (
      position bigint primary key check (position >= 0),
      seq bigint not null unique,
      hash bytea not null check (octet_length(hash) = 32)
    );
    comment on table audit.leaf is 'Leaves of the tree: which entry stands at which position';
    comment on column audit.leaf.position is 'From 0, without gaps';
    comment on column audit.leaf.seq is 'Entry';
    comment on column audit.leaf.hash is 'Its leaf digest when it was sealed (RFC 6962 2.1: SHA-256 of 0x00 and the entry)';

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

    create index entry_xid_idx on audit.entry (xid);
    comment on index audit.entry_xid_idx is 'What committed since the last seal';
    create trigger leaf_append_only before update or delete on audit.leaf for each row execute function audit.refuse_change();
    create trigger leaf_no_truncate before truncate on audit.leaf for each statement execute function audit.refuse_change();
    create trigger tree_node_append_only before update or delete on audit.tree_node for each row execute function audit.refuse_change();
    create trigger tree_node_no_truncate before truncate on audit.tree_node for each statement execute function audit.refuse_change();
    create trigger checkpoint_append_only before update or delete on audit.checkpoint for each row execute function audit.refuse_change();
    create trigger checkpoint_no_truncate before truncate on audit.checkpoint for each statement execute function audit.refuse_change();

    create function audit.leaf_of(e audit.entry) returns bytea language sql stable set search_path = '' as $$
      select sha256('\\x00'::bytea || convert_to(jsonb_build_object(
        'action', e.action, 'actor', e.actor, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'body', e.body, 'subjectId', e.subject_id, 'subjectKind', e.subject_kind)::text, 'UTF8'))
    $$;
    comment on function audit.leaf_of(audit.entry) is 'The leaf digest of an entry as it is now; differs from the one kept where the entry was altered';

    grant select, insert on audit.leaf, audit.tree_node, audit.checkpoint to diaba_app;
    grant select on audit.leaf, audit.tree_node, audit.checkpoint to diaba_auditor;
    grant execute on function audit.leaf_of(audit.entry) to diaba_app, diaba_auditor;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
