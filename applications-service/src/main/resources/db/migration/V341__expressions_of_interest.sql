-- Interest in the next cohort, left while no window is open.

create table expression_of_interest (
  id              uuid        primary key,
  version         bigint      not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null default clock_timestamp(),
  programme       text        not null references programme (code),
  pathway         text        not null check (length(pathway) <= 60),
  urn             text        check (urn ~ '^[1-9][0-9]{4,5}$'),
  trust_uid       text        check (trust_uid ~ '^[1-9][0-9]{0,5}$'),
  name            text        not null check (length(name) between 1 and 300),
  state           text        not null check (state in ('WAITING', 'BECAME_DRAFT', 'OFFERED', 'WITHDRAWN')),
  first_programme text        not null references programme (code),
  first_pathway   text        not null check (length(first_pathway) <= 60),
  offered_programme text      references programme (code),
  cohort          text        check (length(cohort) <= 40),
  application_id  uuid        references application (id),
  constraint expression_of_school_or_trust check ((urn is null) = (trust_uid is not null)),
  constraint expression_offered check (state <> 'OFFERED' or offered_programme is not null),
  constraint expression_became_draft check ((state = 'BECAME_DRAFT') = (application_id is not null) and (application_id is null) = (cohort is null))
);
comment on table expression_of_interest is 'Interest of a school or trust in the next cohort of a pathway. It becomes a draft when that cohort''s window opens, once; where its programme is replaced, it is offered to the successor.';
comment on column expression_of_interest.programme is 'The programme it waits for; changes when the offer of the successor programme is accepted.';
comment on column expression_of_interest.name is 'Name of the school or trust in the register when it was left.';
comment on column expression_of_interest.first_programme is 'The programme it was left for.';
comment on column expression_of_interest.first_pathway is 'The pathway it was left for.';
comment on column expression_of_interest.offered_programme is 'The successor programme that it was offered to.';
comment on column expression_of_interest.cohort is 'The cohort whose window opened.';
comment on column expression_of_interest.application_id is 'The application that it became.';
select kit_track_changes('expression_of_interest');
create unique index expression_once on expression_of_interest (coalesce(urn, 'uid:' || trust_uid), programme, pathway) where state in ('WAITING', 'OFFERED');
create index expression_changes on expression_of_interest (changed_at, id);
create index expression_waiting on expression_of_interest (programme, pathway, id) where state = 'WAITING';
create index expression_of_organisation on expression_of_interest (urn, id);
grant select, insert, update on expression_of_interest to "${app_role}";
