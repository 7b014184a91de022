-- The one plan of an application, its activities, and memberships whose plan cannot be opened yet.

create table support_plan (
    id                  uuid primary key,
    application_id      uuid not null unique,
    membership_id       uuid not null,
    hub_id              uuid not null,
    hub_name            text not null,
    lead_urn            text not null check (lead_urn ~ '^[1-9][0-9]{4,5}$'),
    urn                 text not null check (urn ~ '^[1-9][0-9]{4,5}$'),
    school_name         text not null,
    la_code             text check (la_code ~ '^[0-9]{3}$'),
    trust_uid           text check (trust_uid ~ '^[1-9][0-9]{0,5}$'),
    programme           text not null,
    pathway             text not null,
    cohort              text not null,
    cohort_starts_on    date not null,
    cohort_ends_on      date not null,
    effective_on        date not null,
    template_code       text not null,
    template_version    integer not null,
    expected_min_days   smallint,
    expected_max_days   smallint,
    state               text not null check (state in ('ACTIVE', 'PAUSED', 'COMPLETED', 'STOPPED')),
    starts_on           date not null,
    ends_on             date not null,
    completed_on        date,
    stopped_on          date,
    stop_reason         text,
    activities_total    smallint not null check (activities_total > 0),
    activities_settled  smallint not null,
    mandatory_open      smallint not null check (mandatory_open >= 0),
    version             bigint not null,
    created_at          timestamptz not null,
    changed_at          timestamptz not null default clock_timestamp(),
    foreign key (template_code, template_version) references plan_template (code, version),
    check (starts_on <= ends_on),
    check (activities_settled between 0 and activities_total),
    check ((state = 'COMPLETED') = (completed_on is not null)),
    check ((state = 'STOPPED') = (stopped_on is not null)),
    check (state <> 'COMPLETED' or mandatory_open = 0),
    check (completed_on >= starts_on)
);
comment on table support_plan is 'The support plan of an application: one, kept through transfer and succession';
comment on column support_plan.id is 'UUIDv7';
comment on column support_plan.application_id is 'The application it belongs to';
comment on column support_plan.membership_id is 'The membership in a hub it supports';
comment on column support_plan.hub_id is 'The hub';
comment on column support_plan.hub_name is 'Name of the hub when the membership was last heard of';
comment on column support_plan.lead_urn is 'URN of the school that leads the hub';
comment on column support_plan.urn is 'URN of the partner school';
comment on column support_plan.school_name is 'Name of the partner school when the membership was last heard of';
comment on column support_plan.la_code is 'Local authority of the partner school: whose term calendar counts';
comment on column support_plan.trust_uid is 'Trust of the partner school, null without one';
comment on column support_plan.programme is 'Code of the programme';
comment on column support_plan.pathway is 'Code of the pathway';
comment on column support_plan.cohort is 'Code of the cohort';
comment on column support_plan.cohort_starts_on is 'First day of the cohort';
comment on column support_plan.cohort_ends_on is 'Last day of the cohort';
comment on column support_plan.effective_on is 'Day from which the membership is active';
comment on column support_plan.template_code is 'Template the plan was opened from';
comment on column support_plan.template_version is 'Version of that template';
comment on column support_plan.expected_min_days is 'Days the school is expected to spend at the least';
comment on column support_plan.expected_max_days is 'Days the school is expected to spend at the most: no ceiling';
comment on column support_plan.state is 'ACTIVE, or read-only: PAUSED, COMPLETED, STOPPED';
comment on column support_plan.starts_on is 'First day of the plan: that of the cohort';
comment on column support_plan.ends_on is 'Last day of the plan: that of the cohort';
comment on column support_plan.completed_on is 'Effective date of the completion';
comment on column support_plan.stopped_on is 'Effective date of the withdrawal that stopped it';
comment on column support_plan.stop_reason is 'Code of the reason of the withdrawal';
comment on column support_plan.activities_total is 'How many activities the plan has';
comment on column support_plan.activities_settled is 'How many of them are completed or waived';
comment on column support_plan.mandatory_open is 'How many mandatory ones are open; a completed plan has none';
comment on column support_plan.version is 'Counts changes; the ETag';
comment on column support_plan.created_at is 'When the plan was opened';
comment on column support_plan.changed_at is 'When the plan last changed';
create index support_plan_urn on support_plan (urn, id);
create index support_plan_lead_urn on support_plan (lead_urn, id);
create index support_plan_trust_uid on support_plan (trust_uid, id) where trust_uid is not null;
create index support_plan_hub on support_plan (hub_id, id);
create index support_plan_changed on support_plan (changed_at, id);

create table plan_activity (
    id                uuid primary key,
    plan_id           uuid not null references support_plan (id),
    position          smallint not null,
    code              text not null,
    kind              text not null check (kind in ('TRAINING', 'AUDIT', 'PLANNING', 'LAUNCH', 'REVIEW', 'OPEN_DAY', 'NETWORKING', 'TIME')),
    title             text not null,
    description       text not null,
    mandatory         boolean not null,
    evidence_required boolean not null,
    evidence_wanted   text,
    due_on            date not null,
    state             text not null check (state in ('OPEN', 'COMPLETED', 'WAIVED')),
    completed_on      date,
    evidence_kind     text check (evidence_kind in ('LINK', 'NOTE')),
    evidence_value    text check (length(evidence_value) between 1 and 2000),
    half_days         smallint check (half_days between 1 and 200),
    waiver_reason     text check (waiver_reason in ('DONE_ELSEWHERE', 'NOT_APPLICABLE', 'EVENT_NOT_HELD', 'SCHOOL_CIRCUMSTANCES', 'OTHER')),
    waiver_text       text check (length(waiver_text) between 1 and 2000),
    version           bigint not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null default clock_timestamp(),
    unique (plan_id, code),
    check ((state = 'COMPLETED') = (completed_on is not null)),
    check ((state = 'WAIVED') = (waiver_reason is not null)),
    check ((waiver_reason is null) = (waiver_text is null)),
    check ((evidence_kind is null) = (evidence_value is null)),
    check (state = 'COMPLETED' or (evidence_kind is null and half_days is null)),
    check (state <> 'COMPLETED' or not evidence_required or evidence_kind is not null),
    check (state <> 'COMPLETED' or kind <> 'TIME' or half_days is not null)
);
comment on table plan_activity is 'What a plan asks for, copied from the template when it was opened, and what became of it';
comment on column plan_activity.id is 'UUIDv7';
comment on column plan_activity.plan_id is 'The plan';
comment on column plan_activity.position is 'Order among activities that are due on one day';
comment on column plan_activity.code is 'Code of the activity in the template';
comment on column plan_activity.kind is 'What sort of activity it is';
comment on column plan_activity.title is 'Title for people';
comment on column plan_activity.description is 'What is to be done';
comment on column plan_activity.mandatory is 'Whether the plan cannot be completed without it';
comment on column plan_activity.evidence_required is 'Whether evidence has to be given on completion';
comment on column plan_activity.evidence_wanted is 'Which evidence, for people';
comment on column plan_activity.due_on is 'A school day inside the plan';
comment on column plan_activity.state is 'OPEN, COMPLETED or WAIVED';
comment on column plan_activity.completed_on is 'Day it was done';
comment on column plan_activity.evidence_kind is 'LINK or NOTE';
comment on column plan_activity.evidence_value is 'The link or the note; may name people, so it is never journaled';
comment on column plan_activity.half_days is 'Time spent, in half days';
comment on column plan_activity.waiver_reason is 'Code of the reason of the waiver';
comment on column plan_activity.waiver_text is 'The reason in words; may name people, so it is never journaled';
comment on column plan_activity.version is 'Counts changes';
comment on column plan_activity.created_at is 'When the plan was opened';
comment on column plan_activity.changed_at is 'When the activity last changed';
create index plan_activity_open on plan_activity (plan_id, due_on) where state = 'OPEN';
create index plan_activity_changed on plan_activity (changed_at, id);

create table awaited_plan (
    id                  uuid primary key,
    application_id      uuid not null unique,
    membership_id       uuid not null,
    hub_id              uuid not null,
    hub_name            text not null,
    lead_urn            text not null check (lead_urn ~ '^[1-9][0-9]{4,5}$'),
    urn                 text not null check (urn ~ '^[1-9][0-9]{4,5}$'),
    school_name         text not null,
    la_code             text check (la_code ~ '^[0-9]{3}$'),
    trust_uid           text check (trust_uid ~ '^[1-9][0-9]{0,5}$'),
    programme           text not null,
    pathway             text not null,
    cohort              text not null,
    cohort_starts_on    date not null,
    cohort_ends_on      date not null,
    effective_on        date not null,
    state               text not null check (state in ('AWAITED', 'OPENED', 'DROPPED')),
    reason              text not null check (reason in ('TEMPLATE_MISSING', 'NO_SCHOOL_DAY')),
    version             bigint not null,
    created_at          timestamptz not null,
    changed_at          timestamptz not null default clock_timestamp()
);
comment on table awaited_plan is 'Active memberships whose plan could not be opened when they were heard of';
comment on column awaited_plan.id is 'UUIDv7';
comment on column awaited_plan.application_id is 'The application whose plan is awaited';
comment on column awaited_plan.membership_id is 'As in support_plan, like the following columns';
comment on column awaited_plan.hub_id is 'The hub';
comment on column awaited_plan.hub_name is 'Name of the hub';
comment on column awaited_plan.lead_urn is 'URN of the school that leads the hub';
comment on column awaited_plan.urn is 'URN of the partner school';
comment on column awaited_plan.school_name is 'Name of the partner school';
comment on column awaited_plan.la_code is 'Local authority of the partner school';
comment on column awaited_plan.trust_uid is 'Trust of the partner school, null without one';
comment on column awaited_plan.programme is 'Code of the programme';
comment on column awaited_plan.pathway is 'Code of the pathway';
comment on column awaited_plan.cohort is 'Code of the cohort';
comment on column awaited_plan.cohort_starts_on is 'First day of the cohort';
comment on column awaited_plan.cohort_ends_on is 'Last day of the cohort';
comment on column awaited_plan.effective_on is 'Day from which the membership is active';
comment on column awaited_plan.state is 'AWAITED, then OPENED when the plan could be opened or DROPPED when the school withdrew';
comment on column awaited_plan.reason is 'Why the plan could not be opened';
comment on column awaited_plan.version is 'Counts changes';
comment on column awaited_plan.created_at is 'When the membership was heard of';
comment on column awaited_plan.changed_at is 'When the row last changed';
create index awaited_plan_waiting on awaited_plan (id) where state = 'AWAITED';

select kit_track_changes('support_plan');
select kit_track_changes('plan_activity');
select kit_track_changes('awaited_plan');
grant select, insert, update on support_plan, plan_activity, awaited_plan to "${app_role}";
