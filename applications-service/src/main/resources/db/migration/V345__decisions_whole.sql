-- What happens to a decision after it was made: recorded for every acceptance, amended by two persons, reconsidered once by others; and who works on what.

alter table application_decision
  add column origin             text not null default 'PERSON' check (origin in ('PERSON', 'AUTOMATIC', 'AMENDMENT', 'RECONSIDERATION')),
  add column rule_set           text check (length(rule_set) <= 120),
  add column rule_version       int  check (rule_version > 0),
  add column terms              jsonb,
  add column reconsideration_id uuid,
  add column answer             text check (length(answer) between 1 and 2000),
  add constraint application_decision_of_application unique (id, application_id),
  add constraint application_decision_automatic check (origin <> 'AUTOMATIC' or outcome = 'ACCEPT' and state = 'FINAL' and not second_person),
  add constraint application_decision_rules check ((rule_set is null) = (rule_version is null)),
  add constraint application_decision_reconsidered check ((origin = 'RECONSIDERATION') = (reconsideration_id is not null)),
  drop constraint application_decision_state_check,
  add constraint application_decision_state_check check (state in ('PROPOSED', 'FINAL', 'REJECTED', 'LAPSED'));
alter table application_decision alter column origin drop default;
comment on table application_decision is 'Every decision on an application, by persons or by itself. One that is final, rejected or lapsed is never altered; a later one takes its place beside it.';
comment on column application_decision.outcome is 'What was decided.';
comment on column application_decision.state is 'PROPOSED waits for its second person; FINAL holds or held; REJECTED was sent back; LAPSED because the application ended first.';
comment on column application_decision.proposed_by is 'Opaque subject of who decided or proposed; system:applications-service for an automatic one.';
comment on column application_decision.proposed_at is 'When it was decided or proposed.';
comment on column application_decision.approved_by is 'Opaque subject of the second person.';
comment on column application_decision.approved_at is 'When the second person answered.';
comment on column application_decision.origin is 'How it came about: by persons, automatically at submission, by an amendment, or as the outcome of a reconsideration.';
comment on column application_decision.rule_set is 'Rules under which eligibility had been found when it was decided.';
comment on column application_decision.rule_version is 'Version of those rules.';
comment on column application_decision.terms is 'What the programme and pathway asked and gave when it was decided; null for decisions made before this was kept.';
comment on column application_decision.reconsideration_id is 'The reconsideration that it is the outcome of.';
comment on column application_decision.answer is 'Why the second person sent it back, in words; never journaled.';

-- Several decisions may have been final one after the other; one at a time waits for its second person.
drop index application_decision_one;
create unique index application_decision_pending on application_decision (application_id) where state = 'PROPOSED';
create index application_decision_in_order on application_decision (application_id, proposed_at);
grant update (answer) on application_decision to "${app_role}";

-- Acceptances that pathways made by themselves had no decision; each gets the one that explains it.
insert into application_decision (id, application_id, outcome, state, second_person, reasons, proposed_by, proposed_at, origin, rule_set, rule_version)
select uuidv7(), a.id, 'ACCEPT', 'FINAL', false,
       '[{"code": "AUTOMATIC", "text": "The rules found the school eligible and the pathway accepts eligible schools by itself."}]'::jsonb,
       'system:applications-service', a.decided_at, 'AUTOMATIC', e.rule_set, e.rule_version
from application a left join eligibility_assessment e on e.application_id = a.id
where a.accepted_on is not null and not exists (select from application_decision d where d.application_id = a.id and d.state = 'FINAL');

-- Proposals that a withdrawal had left open.
update application_decision d set state = 'LAPSED' from application a
where a.id = d.application_id and d.state = 'PROPOSED' and a.proposed_decision_id is distinct from d.id;

alter table application
  add column decision_id          uuid,
  add column pending_amendment_id uuid,
  add column reconsideration      text check (reconsideration in ('ASKED', 'UPHELD', 'OVERTURNED')),
  add column assignee             text check (length(assignee) between 1 and 255),
  add column withdrawal_text      text check (length(withdrawal_text) between 1 and 2000);
update application a set decision_id = d.id from application_decision d where d.application_id = a.id and d.state = 'FINAL';
alter table application
  add constraint application_holding_decision foreign key (decision_id, id) references application_decision (id, application_id),
  add constraint application_outcome_explained check (decision_id is not null or state not in ('ACCEPTED', 'DECLINED', 'ACTIVE', 'COMPLETED'));
comment on column application.decision_id is 'The decision that holds: the one that explains why it is accepted or declined. Null once an amendment opened it again.';
comment on column application.pending_amendment_id is 'The amendment that waits for its second person.';
comment on column application.reconsideration is 'State of its reconsideration, where one was asked for; the decision holds until it is overturned.';
comment on column application.assignee is 'Opaque subject of the member of the programme team who looks after it.';
comment on column application.withdrawal_text is 'Why it was withdrawn, in words; never journaled.';
create index application_of_assignee on application (assignee, id) where assignee is not null;

create table application_amendment (
  id               uuid        primary key,
  application_id   uuid        not null references application (id),
  decision_id      uuid        not null,
  former_outcome   text        not null check (former_outcome in ('ACCEPT', 'DECLINE')),
  outcome          text        not null check (outcome in ('DECIDE_AGAIN', 'DECLINE')),
  state            text        not null check (state in ('PROPOSED', 'FINAL', 'REJECTED', 'LAPSED')),
  reasons          jsonb       not null check (jsonb_typeof(reasons) = 'array' and jsonb_array_length(reasons) between 1 and 10),
  decision_reasons jsonb       check (jsonb_typeof(decision_reasons) = 'array' and jsonb_array_length(decision_reasons) between 1 and 10),
  proposed_by      text        not null,
  proposed_at      timestamptz not null,
  approved_by      text,
  approved_at      timestamptz,
  answer           text        check (length(answer) between 1 and 2000),
  foreign key (decision_id, application_id) references application_decision (id, application_id),
  constraint application_amendment_two_persons check (approved_by <> proposed_by),
  constraint application_amendment_approved check ((approved_by is null) = (approved_at is null) and (state in ('FINAL', 'REJECTED')) = (approved_by is not null)),
  constraint application_amendment_decides check ((outcome = 'DECLINE') = (decision_reasons is not null) and (outcome = 'DECIDE_AGAIN' or former_outcome = 'ACCEPT'))
);
comment on table application_amendment is 'Undoing of final decisions, each with its own reasons, by two persons. The decision that was undone stays as it was.';
comment on column application_amendment.application_id is 'The application.';
comment on column application_amendment.decision_id is 'The final decision that it undoes.';
comment on column application_amendment.former_outcome is 'What that decision had said.';
comment on column application_amendment.outcome is 'DECIDE_AGAIN: submitted again, to be decided anew. DECLINE: an acceptance becomes a refusal.';
comment on column application_amendment.state is 'PROPOSED waits for its second person; FINAL took effect; REJECTED was sent back; LAPSED because the application went another way first.';
comment on column application_amendment.reasons is 'Structured reasons with their text; may speak about people, so it is never journaled.';
comment on column application_amendment.decision_reasons is 'Reasons of the refusal, where it becomes one.';
comment on column application_amendment.proposed_by is 'Opaque subject of who proposed it.';
comment on column application_amendment.proposed_at is 'When it was proposed.';
comment on column application_amendment.approved_by is 'Opaque subject of the second person, who approved it or sent it back.';
comment on column application_amendment.approved_at is 'When the second person answered.';
comment on column application_amendment.answer is 'Why the second person sent it back, in words; never journaled.';
create unique index application_amendment_pending on application_amendment (application_id) where state = 'PROPOSED';
create index application_amendment_in_order on application_amendment (application_id, proposed_at);
create trigger application_amendment_immutable before update on application_amendment
  for each row execute function application_decision_is_immutable();
grant select, insert, update (state, approved_by, approved_at, answer) on application_amendment to "${app_role}";
alter table application add foreign key (pending_amendment_id) references application_amendment (id);

create table application_reconsideration (
  id                  uuid        primary key,
  application_id      uuid        not null references application (id),
  decision_id         uuid        not null,
  state               text        not null check (state in ('ASKED', 'UPHELD', 'OVERTURNED')),
  grounds             text        check (length(grounds) between 1 and 4000),
  keep_grounds_until  date        not null,
  grounds_erased_at   timestamptz,
  asked_by            text        not null,
  asked_at            timestamptz not null,
  outcome_decision_id uuid,
  decided_at          timestamptz,
  constraint application_reconsidered_once unique (application_id),
  foreign key (decision_id, application_id) references application_decision (id, application_id),
  foreign key (outcome_decision_id, application_id) references application_decision (id, application_id),
  constraint application_reconsideration_decided check ((state = 'ASKED') = (outcome_decision_id is null) and (state = 'ASKED') = (decided_at is null)),
  constraint application_reconsideration_grounds check ((grounds is null) = (grounds_erased_at is not null))
);
comment on table application_reconsideration is 'Reconsideration of a refusal, asked for by the applicant, once an application.';
comment on column application_reconsideration.application_id is 'The application; it can be reconsidered once.';
comment on column application_reconsideration.decision_id is 'The refusal that is reconsidered.';
comment on column application_reconsideration.state is 'ASKED until another person than those who decided has decided it.';
comment on column application_reconsideration.grounds is 'Why the applicant asks, in words; may speak about people, so it is never journaled, and is erased after its time.';
comment on column application_reconsideration.keep_grounds_until is 'Last day on which the grounds are kept.';
comment on column application_reconsideration.grounds_erased_at is 'When the grounds were erased.';
comment on column application_reconsideration.asked_by is 'Opaque subject of who asked.';
comment on column application_reconsideration.asked_at is 'When it was asked for.';
comment on column application_reconsideration.outcome_decision_id is 'The decision that it came to.';
comment on column application_reconsideration.decided_at is 'When that decision became final.';
create index application_reconsideration_expiry on application_reconsideration (keep_grounds_until) where grounds is not null;
alter table application_decision add foreign key (reconsideration_id) references application_reconsideration (id);

create function application_reconsideration_goes_forward() returns trigger language plpgsql as $$
begin
  if old.state <> 'ASKED' and (new.state, new.outcome_decision_id, new.decided_at) is distinct from (old.state, old.outcome_decision_id, old.decided_at) then
    raise exception 'a reconsideration that was decided is not altered';
  end if;
  if new.grounds is distinct from old.grounds and new.grounds is not null then
    raise exception 'the grounds of a reconsideration are erased, never altered';
  end if;
  return new;
end $$;
create trigger application_reconsideration_forward before update on application_reconsideration
  for each row execute function application_reconsideration_goes_forward();
grant select, insert, update (state, outcome_decision_id, decided_at, grounds, grounds_erased_at) on application_reconsideration to "${app_role}";

-- Who has decided before does not decide the reconsideration, as first or as second person.
create function application_reconsideration_by_others() returns trigger language plpgsql as $$
begin
  if new.origin = 'RECONSIDERATION' and exists (
      select from application_decision d where d.application_id = new.application_id and d.id <> new.id and d.state = 'FINAL'
        and (new.proposed_by in (d.proposed_by, d.approved_by) or new.approved_by in (d.proposed_by, d.approved_by))) then
    raise exception 'a reconsideration is decided by others than the decision';
  end if;
  return new;
end $$;
create trigger application_reconsideration_others before insert or update on application_decision
  for each row execute function application_reconsideration_by_others();
