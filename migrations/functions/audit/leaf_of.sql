create or replace function audit.leaf_of(e audit.entry) returns bytea language sql stable set search_path = '' as $$
  select sha256('\x00'::bytea || convert_to(jsonb_build_object(
    'action', e.action, 'actor', e.actor, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'body', e.body, 'subjectId', e.subject_id, 'subjectKind', e.subject_kind)::text, 'UTF8'))
$$;
comment on function audit.leaf_of(audit.entry) is 'The leaf digest of an entry as it is now; differs from the one kept where the entry was altered';
grant execute on function audit.leaf_of(audit.entry) to diaba_app, diaba_auditor;
