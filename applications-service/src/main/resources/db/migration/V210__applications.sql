-- Applications of schools, what was found of their eligibility, and how they were decided.

create table application (
  id                   uuid        primary key,
  version              bigint      not null,
  created_at           timestamptz not null,
  changed_at           timestamptz not null default clock_timestamp(),
  kind                 text        not null check (kind in ('PARTNER_SCHOOL')),
  programme            text        not null references programme (code),
  pathway              text        not null,
  cohort               text        not null,
  cohort_id            uuid        not null,
  urn                  text        not null check (urn ~ '^[1-9][0-9]{4,5}$'),
  school_name          text        not null check (length(school_name) <= 300),
  state                text        not null check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'ACTIVE', 'COMPLETED')),
  motivation           text        check (length(motivation) <= 4000),
  improvement_focus    text        check (length(improvement_focus) <= 4000),
  leaders_changed_at   timestamptz,
  declared_by          text        check (length(declared_by) <= 120),
  submitted_at         timestamptz,
  eligibility          text        check (eligibility in ('ELIGIBLE', 'NOT_ELIGIBLE', 'MANUAL_REVIEW')),
  proposed_decision_id uuid,
  decided_at           timestamptz,
  accepted_on          date,
  ended_on             date,
  end_reason_code      text        check (length(end_reason_code) <= 60),
  membership_id        uuid,
  membership_state     text        check (length(membership_state) <= 30),
  hub_id               uuid,
  hub_name             text        check (length(hub_name) <= 300),
  foreign key (cohort_id, pathway) references cohort_pathway (cohort_id, code),
  constraint application_submitted_whole check ((submitted_at is null) = (eligibility is null) and (submitted_at is null) = (declared_by is null)),
  constraint application_submitted_once check (submitted_at is not null or state in ('DRAFT', 'WITHDRAWN')),
  constraint application_accepted_on check (accepted_on is not null or state not in ('ACCEPTED', 'ACTIVE', 'COMPLETED')),
  constraint application_never_accepted_ineligible check (accepted_on is null or eligibility <> 'NOT_ELIGIBLE'),
  constraint application_ended_on check ((ended_on is not null) = (state in ('DECLINED', 'WITHDRAWN', 'COMPLETED')))
);
comment on table application is 'One school''s application to a pathway of a programme in a cohort. Its id is the thread through all services.';
comment on column application.school_name is 'Name in the register when the application was begun.';
comment on column application.declared_by is 'Position of the person who accepted the declaration, as they gave it; never journaled.';
comment on column application.eligibility is 'Outcome of the rules at submission; every rule''s result is in eligibility_assessment.';
comment on column application.proposed_decision_id is 'The decision that waits for its second person.';
comment on column application.accepted_on is 'Day of acceptance, Europe/London; tariffs are those of this day.';
comment on column application.ended_on is 'Day on which it was declined, withdrawn or completed, Europe/London.';
comment on column application.membership_id is 'Where hubs placed it; kept from the events of the hubs service.';
select kit_track_changes('application');
create unique index application_one_draft on application (urn, cohort_id, pathway) where state = 'DRAFT';
create index application_changes on application (changed_at, id);
create index application_of_school on application (urn, id);
create index application_by_state on application (state, id);

create table application_claim (
  urn            text not null,
  subject        text not null,
  application_id uuid not null references application (id),
  constraint application_no_overlap primary key (urn, subject)
);
comment on table application_claim is 'Subjects that a live application (submitted, accepted, active) takes of its school: the key makes two overlapping ones impossible, under concurrency too.';
create index application_claim_of_application on application_claim (application_id);

create table eligibility_assessment (
  id             uuid        primary key,
  application_id uuid        not null unique references application (id),
  rule_set       text        not null,
  rule_version   int         not null check (rule_version > 0),
  assessed_on    date        not null,
  outcome        text        not null check (outcome in ('ELIGIBLE', 'NOT_ELIGIBLE', 'MANUAL_REVIEW')),
  results        jsonb       not null check (jsonb_typeof(results) = 'array'),
  created_at     timestamptz not null
);
comment on table eligibility_assessment is 'What the rules said at submission, rule by rule, with facts and sources. Never altered.';

create table application_decision (
  id             uuid        primary key,
  application_id uuid        not null references application (id),
  outcome        text        not null check (outcome in ('ACCEPT', 'DECLINE')),
  state          text        not null check (state in ('PROPOSED', 'FINAL', 'REJECTED')),
  second_person  boolean     not null,
  reasons        jsonb       not null check (jsonb_typeof(reasons) = 'array' and jsonb_array_length(reasons) between 1 and 10),
  proposed_by    text        not null,
  proposed_at    timestamptz not null,
  approved_by    text,
  approved_at    timestamptz,
  constraint application_decision_two_persons check (approved_by <> proposed_by),
  constraint application_decision_approved check ((approved_by is null) = (approved_at is null) and (state = 'PROPOSED') <= (approved_by is null)
                                                  and (state = 'FINAL' and second_person) <= (approved_by is not null)
                                                  and (state in ('PROPOSED', 'REJECTED')) <= second_person)
);
comment on table application_decision is 'Decisions of the programme team. One that is final or rejected is never altered.';
comment on column application_decision.second_person is 'Whether another person had to approve: always where the rules said MANUAL_REVIEW.';
comment on column application_decision.reasons is 'Structured reasons with their text; may speak about people, so it is never journaled.';
create unique index application_decision_one on application_decision (application_id) where state in ('PROPOSED', 'FINAL');

create function application_decision_is_immutable() returns trigger language plpgsql as $$
begin
  if old.state <> 'PROPOSED' then
    raise exception 'a decision that was made is not altered';
  end if;
  return new;
end $$;
create trigger application_decision_immutable before update on application_decision
  for each row execute function application_decision_is_immutable();

grant select, insert, update on application to "${app_role}";
grant select, insert, delete on application_claim to "${app_role}";
grant select, insert on eligibility_assessment to "${app_role}";
grant select, insert, update (state, approved_by, approved_at) on application_decision to "${app_role}";
