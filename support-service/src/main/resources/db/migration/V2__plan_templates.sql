-- What a pathway asks of a school, as data. A changed template is a new version in a new migration; plans keep the version they were opened from.

create table plan_template (
    id                smallint primary key,
    code              text not null check (code ~ '^[a-z0-9-]{1,64}$'),
    version           integer not null check (version > 0),
    programme         text not null,
    pathway           text not null,
    name              text not null,
    description       text not null,
    valid_from        date not null,
    expected_min_days smallint check (expected_min_days >= 0),
    expected_max_days smallint check (expected_max_days >= expected_min_days),
    unique (code, version),
    unique (programme, pathway, version),
    check ((expected_min_days is null) = (expected_max_days is null))
);
comment on table plan_template is 'Versions of the plan templates, one template per pathway';
comment on column plan_template.id is 'Given by the migration that ships the version';
comment on column plan_template.code is 'Code of the template, the same for all its versions';
comment on column plan_template.version is 'Counts from 1';
comment on column plan_template.programme is 'Code of the programme';
comment on column plan_template.pathway is 'Code of the pathway';
comment on column plan_template.name is 'Name for people';
comment on column plan_template.description is 'What the plan is for';
comment on column plan_template.valid_from is 'Plans opened on or after this day follow this version';
comment on column plan_template.expected_min_days is 'Days a partner is expected to spend at the least; null where the programme says nothing';
comment on column plan_template.expected_max_days is 'Days a partner is expected to spend at the most: a range for orientation, not a ceiling';

create table template_activity (
    template_id       smallint not null references plan_template (id),
    position          smallint not null check (position > 0),
    code              text not null check (code ~ '^[a-z0-9-]{1,64}$'),
    kind              text not null check (kind in ('TRAINING', 'AUDIT', 'PLANNING', 'LAUNCH', 'REVIEW', 'OPEN_DAY', 'NETWORKING', 'TIME')),
    title             text not null,
    description       text not null,
    mandatory         boolean not null,
    evidence_required boolean not null,
    evidence          text,
    term_index        smallint not null check (term_index between 1 and 12),
    anchor            text not null check (anchor in ('START', 'HALF_TERM', 'END')),
    offset_days       smallint not null check (offset_days between -60 and 60),
    primary key (template_id, position),
    unique (template_id, code),
    check (evidence_required = (evidence is not null))
);
comment on table template_activity is 'The activities of a template version';
comment on column template_activity.template_id is 'The version it belongs to';
comment on column template_activity.position is 'Order among activities that are due on one day';
comment on column template_activity.code is 'Code of the activity within the template';
comment on column template_activity.kind is 'What sort of activity it is';
comment on column template_activity.title is 'Title for people';
comment on column template_activity.description is 'What is to be done';
comment on column template_activity.mandatory is 'Whether a plan cannot be completed without it';
comment on column template_activity.evidence_required is 'Whether a link or a note has to be given on completion';
comment on column template_activity.evidence is 'Which evidence, for people; null where none is required';
comment on column template_activity.term_index is 'Term of the plan it is due in, 1 for the first that counts';
comment on column template_activity.anchor is 'Day of that term the due date is counted from';
comment on column template_activity.offset_days is 'Calendar days after the anchor, negative for before';

grant select on plan_template, template_activity to "${app_role}";

insert into plan_template (id, code, version, programme, pathway, name, description, valid_from, expected_min_days, expected_max_days) values
    (1, 'core', 1, 'behaviour-hubs', 'core', 'Core support',
     'For schools that work on their behaviour culture largely on their own, with training, open days, networking and the lead school''s help with the action plan.',
     date '2020-09-01', 12, 20);

-- Anchors and offsets are assumptions: the programme fixes the order of the steps and the launch at the start of the second term, not the days.
insert into template_activity (template_id, position, code, kind, title, description, mandatory, evidence_required, evidence, term_index, anchor, offset_days) values
    (1, 10, 'induction', 'TRAINING', 'Induction',
     'The school''s leaders take part in the induction by the behaviour advisers.', true, false, null, 1, 'START', 14),
    (1, 20, 'mandatory-modules', 'TRAINING', 'Mandatory training modules',
     'The school''s leaders finish all mandatory modules.', true, true, 'A note of the modules and when each was finished.', 1, 'END', -7),
    (1, 30, 'behaviour-audit', 'AUDIT', 'Behaviour audit',
     'The school finds out what works well in its behaviour culture and what does not.', true, true, 'A link to the audit, or a note of its main findings.', 1, 'HALF_TERM', 0),
    (1, 40, 'action-plan', 'PLANNING', 'Action plan',
     'The school writes its action plan from the audit, with the lead school''s help.', true, true, 'A link to the action plan.', 1, 'END', -7),
    (1, 50, 'open-day-1', 'OPEN_DAY', 'First open day',
     'The school visits an open day of a lead school and reflects on what it saw.', true, false, null, 1, 'END', 0),
    (1, 60, 'networking-1', 'NETWORKING', 'Networking, first term',
     'The school takes part in its hub''s networking event of the term.', true, false, null, 1, 'END', 0),
    (1, 70, 'review-1', 'REVIEW', 'Review, first term',
     'The school reviews with the lead where it stands and updates the action plan.', true, true, 'A note of the review, or a link to the updated plan.', 1, 'END', 0),
    (1, 80, 'launch', 'LAUNCH', 'Launch of the new approaches',
     'The school launches its new behaviour approaches, normally at the start of its second term.', true, true, 'A note of what was launched, for whom and when.', 2, 'START', 14),
    (1, 90, 'module-attendance-and-punctuality', 'TRAINING', 'Module: attendance and punctuality',
     'Additional module, for schools that choose it.', false, false, null, 2, 'END', 0),
    (1, 100, 'module-alternative-provision', 'TRAINING', 'Module: alternative provision',
     'Specialist module for alternative provision, for schools that choose it.', false, false, null, 2, 'END', 0),
    (1, 110, 'module-special', 'TRAINING', 'Module: special schools',
     'Specialist module for special schools, for schools that choose it.', false, false, null, 2, 'END', 0),
    (1, 120, 'open-day-2', 'OPEN_DAY', 'Second open day',
     'The school visits a second open day, with its own new approaches in mind.', true, false, null, 2, 'END', 0),
    (1, 130, 'networking-2', 'NETWORKING', 'Networking, second term',
     'The school takes part in its hub''s networking event of the term.', true, false, null, 2, 'END', 0),
    (1, 140, 'review-2', 'REVIEW', 'Review of impact, second term',
     'The school reviews the impact of the new approaches with the lead and updates the action plan.', true, true, 'A note of the impact seen, or a link to the updated plan.', 2, 'END', 0),
    (1, 150, 'networking-3', 'NETWORKING', 'Networking, third term',
     'The school takes part in its hub''s networking event of the term.', true, false, null, 3, 'END', 0),
    (1, 160, 'review-3', 'REVIEW', 'Review of impact, third term',
     'The school reviews the impact of the new approaches with the lead and says how it will keep them up.', true, true, 'A note of the impact seen, or a link to the updated plan.', 3, 'END', 0),
    (1, 170, 'time-record', 'TIME', 'Record of time',
     'The school records the days it spent that no other activity carries. 12 to 20 days in all are expected; there is no ceiling.', true, false, null, 3, 'END', 0);
