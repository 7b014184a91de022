-- Applications of every kind: schools and trusts as partners, schools and trusts that want to lead a hub, schools that the Department selected.

alter table application
  alter column pathway     drop not null,
  alter column cohort      drop not null,
  alter column cohort_id   drop not null,
  alter column urn         drop not null,
  alter column school_name drop not null,
  drop constraint application_kind_check,
  drop constraint application_state_check,
  drop constraint application_submitted_once,
  drop constraint application_ended_on,
  add column trust_uid            text check (trust_uid ~ '^[1-9][0-9]{0,5}$'),
  add column trust_name           text check (length(trust_name) between 1 and 300),
  add column practice_statement   text check (length(practice_statement) <= 4000),
  add column collaboration_record text check (length(collaboration_record) <= 4000),
  add column phases               text[] check (phases <@ array['NURSERY', 'PRIMARY', 'SECONDARY', 'ALL_THROUGH', 'SIXTEEN_PLUS', 'NOT_APPLICABLE']),
  add column places_wished        int  check (places_wished between 1 and 500),
  add column selection_list_id    uuid references selection_list (id),
  add column selection_rank       int  check (selection_rank >= 1),
  add column confirm_by           date;

alter table application
  add constraint application_kind_check check (kind in ('PARTNER_SCHOOL', 'PARTNER_TRUST', 'LEAD_SCHOOL', 'LEAD_TRUST', 'INVITED_SCHOOL')),
  add constraint application_state_check check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'ACTIVE', 'COMPLETED', 'INVITED', 'REFUSED', 'LAPSED')),
  add constraint application_submitted_once check (submitted_at is not null or state in ('DRAFT', 'WITHDRAWN', 'INVITED', 'REFUSED', 'LAPSED')),
  add constraint application_ended_on check ((ended_on is not null) = (state in ('DECLINED', 'WITHDRAWN', 'COMPLETED', 'REFUSED', 'LAPSED'))),
  add constraint application_of_school_or_trust check ((kind in ('PARTNER_TRUST', 'LEAD_TRUST')) = (trust_uid is not null)
    and (trust_uid is null) = (urn is not null) and (urn is null) = (school_name is null) and (trust_uid is null) = (trust_name is null)),
  add constraint application_pathway_of_partner check ((kind in ('LEAD_SCHOOL', 'LEAD_TRUST')) = (pathway is null)
    and (pathway is null) = (cohort is null) and (pathway is null) = (cohort_id is null)),
  add constraint application_evidence_of_lead check (kind in ('LEAD_SCHOOL', 'LEAD_TRUST')
    or (practice_statement is null and collaboration_record is null and phases is null and places_wished is null)),
  add constraint application_answers_of_partner check (kind not in ('LEAD_SCHOOL', 'LEAD_TRUST') or (motivation is null and improvement_focus is null)),
  add constraint application_of_invitation check ((kind = 'INVITED_SCHOOL') = (selection_list_id is not null)
    and (selection_list_id is null) = (selection_rank is null) and (selection_list_id is null) = (confirm_by is null)),
  add constraint application_states_of_invitation check (case when kind = 'INVITED_SCHOOL' then state <> 'DRAFT' else state not in ('INVITED', 'REFUSED', 'LAPSED') end);

comment on table application is 'An application of a school or a trust: to be a partner in a pathway''s cohort, to lead a hub of a programme, or on the Department''s invitation. Its id is the thread through all services.';
comment on column application.pathway is 'Null for those who apply to lead: they apply to a programme.';
comment on column application.urn is 'The school that applies; null where a trust does.';
comment on column application.trust_uid is 'The trust that applies; null where a school does.';
comment on column application.trust_name is 'Its name in the register when the application was begun.';
comment on column application.practice_statement is 'Lead: what is exemplary in its practice. May speak about people, so it is never journaled.';
comment on column application.collaboration_record is 'Lead: with whom it has worked and what came of it. Never journaled.';
comment on column application.phases is 'Lead: phases of education that its hub would serve.';
comment on column application.places_wished is 'Lead: how many partners it could support at a time.';
comment on column application.selection_list_id is 'Invitation: the list that named the school.';
comment on column application.selection_rank is 'Invitation: the school''s place on that list, 1 is first.';
comment on column application.confirm_by is 'Invitation: last day (Europe/London) on which the school may confirm.';

create unique index application_one_draft_of_trust on application (trust_uid, cohort_id, pathway) where state = 'DRAFT' and kind = 'PARTNER_TRUST';
create unique index application_one_draft_to_lead on application (kind, coalesce(urn, trust_uid), programme) where state = 'DRAFT' and kind in ('LEAD_SCHOOL', 'LEAD_TRUST');
create unique index application_invited_once on application (selection_list_id, urn) where kind = 'INVITED_SCHOOL';
create unique index application_invited_one on application (urn, cohort_id, pathway) where kind = 'INVITED_SCHOOL' and state not in ('WITHDRAWN', 'REFUSED', 'LAPSED', 'DECLINED');
create index application_of_trust on application (trust_uid, id) where trust_uid is not null;
create index application_to_lapse on application (confirm_by) where state = 'INVITED';

create table application_school (
  application_id uuid not null references application (id),
  urn            text not null check (urn ~ '^[1-9][0-9]{4,5}$'),
  school_name    text not null check (length(school_name) between 1 and 300),
  role           text not null check (role in ('PARTNER', 'EXTENDED_PLAN', 'LEAD')),
  primary key (application_id, urn)
);
comment on table application_school is 'The schools that a trust names in its application.';
comment on column application_school.school_name is 'Name in the register when it was named.';
comment on column application_school.role is 'PARTNER: takes part in the trust''s plan. EXTENDED_PLAN: the one that has an extended plan besides. LEAD: the school of the hub that the trust would lead.';
create unique index application_school_one_extended_plan on application_school (application_id) where role = 'EXTENDED_PLAN';
create unique index application_school_one_lead on application_school (application_id) where role = 'LEAD';
create index application_school_of_urn on application_school (urn);
grant select, insert, delete on application_school to "${app_role}";

create table application_reference (
  application_id uuid not null references application (id),
  position       int  not null check (position between 0 and 2),
  organisation   text not null check (length(organisation) between 1 and 200),
  statement      text not null check (length(statement) between 1 and 2000),
  primary key (application_id, position)
);
comment on table application_reference is 'Organisations that can speak for one who wants to lead, and what they can say. May speak about people, so it is never journaled.';
grant select, insert, update, delete on application_reference to "${app_role}";

-- A claim is held by an organisation, since trusts hold some as well. Beside the subjects, each live application claims its programme: partner and lead exclude
-- each other there, and one organisation leads a programme once.
alter table application_claim rename column urn to organisation;
update application_claim set organisation = 'urn:' || organisation;
alter table application_claim add constraint application_claim_organisation check (organisation ~ '^(urn:[1-9][0-9]{4,5}|uid:[1-9][0-9]{0,5})$');
insert into application_claim (organisation, subject, application_id)
  select distinct c.organisation, 'programme:' || a.programme, a.id from application_claim c join application a on a.id = c.application_id;
comment on table application_claim is 'What a live application (submitted, accepted, active) takes of its school, its trust and the trust''s named schools: the programme''s subjects, and the programme itself. The key makes two that overlap impossible, under concurrency too.';
comment on column application_claim.organisation is 'As tokens write it: urn:100049, uid:2854.';
comment on column application_claim.subject is 'A subject of the programme, or programme:<code>.';
