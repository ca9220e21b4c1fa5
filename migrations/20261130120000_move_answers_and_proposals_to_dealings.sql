-- First answers and what a second person is shown belong to the frame of dealings, which batches under review share: one table of each.

alter table dealing.answer alter column dealing_id drop not null;
alter table dealing.answer add column batch_id uuid references staging.batch;
alter table dealing.answer add constraint answer_about check (num_nonnulls(dealing_id, batch_id) = 1);
alter table dealing.answer add constraint answer_asked_check check (octet_length(asked) = 32);
comment on table dealing.answer is 'First answer to each request on a dealing or on a batch under review: the same request again gets it again. About a dealing it holds personal data, about a batch never';
comment on column dealing.answer.dealing_id is 'Dealing it is about; null for a batch';
comment on column dealing.answer.batch_id is 'Batch it is about; null for a dealing by itself';

insert into dealing.answer (actor, door, key, batch_id, asked, reply, answered_at)
select actor, door, key::text, batch_id, asked, reply, answered_at from staging.answer;
drop table staging.answer;

-- One's own, and of what one may see still. By the key of each row: a list of all dealings of a province would be read for every answer.
drop policy answer_scope on dealing.answer;
create policy answer_scope on dealing.answer to diaba_app using (
  actor = (select current_setting('diaba.actor', true))
  and case when batch_id is null then exists (select from dealing.dealing d where d.dealing_id = answer.dealing_id)
    else exists (select from staging.batch b where b.batch_id = answer.batch_id) end);

alter table staging.proposal set schema dealing;
