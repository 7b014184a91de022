-- What reconciliation keeps beside the work that imports give it.

alter table register_change
  add column next_attempt_at timestamptz,
  add column changed_at      timestamptz not null default clock_timestamp(),
  add column position        text generated always as (lpad(id::text, 19, '0')) stored,
  add column rank            int  generated always as (case step when 'REPLACE' then 1 when 'MERGE' then 2 when 'OPEN' then 3 when 'CLOSE' then 4
                                                         when 'REGRADE' then 5 else 6 end) stored;
comment on column register_change.next_attempt_at is 'After a failure: not before then.';
comment on column register_change.position is 'The id as text of one length, for paging.';
comment on column register_change.rank is 'The order in which steps are worked.';
comment on column register_change.attempts is 'How often it failed; given up after a number of times, for an operator.';
select kit_track_changes('register_change');
drop index register_change_waiting;
create index register_change_waiting on register_change (rank, id) where worked_at is null;
create unique index register_change_position on register_change (position);
create index register_change_changes on register_change (changed_at, position);

-- Eligibility is judged again when the register changes: what was said at submission stays, and what was said since stands beside it.
alter table eligibility_assessment
  drop constraint eligibility_assessment_application_id_key,
  add column purpose text not null default 'SUBMISSION' check (purpose in ('SUBMISSION', 'RECHECK'));
comment on column eligibility_assessment.purpose is 'SUBMISSION: what the application is decided by. RECHECK: judged again after the register changed; decides nothing.';
comment on table eligibility_assessment is 'What the rules said, rule by rule, with facts and sources: once at submission, and each time that the register changed since. Never altered.';
create unique index eligibility_assessment_at_submission on eligibility_assessment (application_id) where purpose = 'SUBMISSION';
create index eligibility_assessment_of_application on eligibility_assessment (application_id, id);
