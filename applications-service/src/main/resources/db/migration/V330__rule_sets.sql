-- Eligibility rules as data: sets of rules of known kinds, in versions that are never edited once published.
create table rule_set (
  code      text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  programme text not null references programme (code),
  pathway   text,
  role      text not null check (role in ('PARTNER_SCHOOL', 'PARTNER_TRUST', 'LEAD_SCHOOL', 'LEAD_TRUST')),
  constraint rule_set_target unique nulls not distinct (programme, pathway, role),
  constraint rule_set_of_leads check (role in ('PARTNER_SCHOOL', 'PARTNER_TRUST') or pathway is null)
);
comment on table rule_set is 'Which rules judge whom: one set for each role in a pathway, or in a programme for all of its pathways that have none of their own.';
comment on column rule_set.pathway is 'Null for every pathway of the programme that has no set of its own; leads are judged by programme.';

create table rule_set_version (
  id            uuid        primary key,
  version       bigint      not null,
  created_at    timestamptz not null,
  changed_at    timestamptz not null default clock_timestamp(),
  code          text        not null references rule_set (code),
  number        int         not null check (number >= 1),
  state         text        not null check (state in ('DRAFT', 'PUBLISHED')),
  valid_from    date        not null,
  description   text        not null check (length(description) between 1 and 1000),
  rules         jsonb       not null check (jsonb_typeof(rules) = 'array' and jsonb_array_length(rules) between 1 and 30),
  drafted_by    text[]      not null check (cardinality(drafted_by) >= 1),
  published_by  text,
  published_at  timestamptz,
  constraint rule_set_version_numbered unique (code, number),
  constraint rule_set_version_published check ((state = 'PUBLISHED') = (published_by is not null) and (published_by is null) = (published_at is null)),
  constraint rule_set_version_two_persons check (published_by is null or published_by <> all (drafted_by))
);
comment on table rule_set_version is 'A version of a rule set. A draft may be changed; a published version never is: what was decided by it stays explained by it.';
comment on column rule_set_version.version is 'Counts the changes of the draft; the ETag.';
comment on column rule_set_version.number is 'Version of the rule set, from 1.';
comment on column rule_set_version.valid_from is 'First day (Europe/London) that is judged by it; until the first day of the next published version.';
comment on column rule_set_version.rules is 'The rules in order: id, kind and parameters each. Checked by the service when they are written.';
comment on column rule_set_version.drafted_by is 'Opaque subjects of everybody who changed the draft; none of them may publish it.';
create unique index rule_set_version_one_draft on rule_set_version (code) where state = 'DRAFT';
create unique index rule_set_version_one_begin on rule_set_version (code, valid_from) where state = 'PUBLISHED';
create index rule_set_version_changes on rule_set_version (changed_at, id);
select kit_track_changes('rule_set_version');

create function rule_set_version_is_immutable() returns trigger language plpgsql as $$
begin
  if old.state = 'PUBLISHED' then
    raise exception 'a published version of a rule set is not altered';
  end if;
  return new;
end $$;
create trigger rule_set_version_immutable before update on rule_set_version
  for each row execute function rule_set_version_is_immutable();

grant select, insert on rule_set to "${app_role}";
grant select, insert, update on rule_set_version to "${app_role}";

insert into rule_set (code, programme, pathway, role) values
  ('behaviour-hubs-partner-school',         'behaviour-hubs',                null,           'PARTNER_SCHOOL'),
  ('behaviour-hubs-partner-trust',          'behaviour-hubs',                'multi-school', 'PARTNER_TRUST'),
  ('behaviour-hubs-lead-school',            'behaviour-hubs',                null,           'LEAD_SCHOOL'),
  ('behaviour-hubs-lead-trust',             'behaviour-hubs',                null,           'LEAD_TRUST'),
  ('attendance-hubs-partner-school',        'attendance-hubs',               'attendance',   'PARTNER_SCHOOL'),
  ('attendance-hubs-lead-school',           'attendance-hubs',               null,           'LEAD_SCHOOL'),
  ('attendance-hubs-lead-trust',            'attendance-hubs',               null,           'LEAD_TRUST'),
  ('behaviour-and-attendance-hubs-regional', 'behaviour-and-attendance-hubs', 'regional',    'PARTNER_SCHOOL'),
  ('behaviour-and-attendance-hubs-enhanced', 'behaviour-and-attendance-hubs', 'enhanced',    'PARTNER_SCHOOL'),
  ('behaviour-and-attendance-hubs-lead-school', 'behaviour-and-attendance-hubs', null,        'LEAD_SCHOOL'),
  ('behaviour-and-attendance-hubs-lead-trust',  'behaviour-and-attendance-hubs', null,        'LEAD_TRUST');

create temporary table shipped (position int generated always as identity, code text, description text, rules text) on commit drop;
insert into shipped (code, description, rules) values
('behaviour-hubs-partner-school',
 'Schools that want core or extended support: state-funded schools in England of the named phases and provisions whose overall Ofsted grade is Good, Requires improvement or Inadequate.',
 $rules$[
  {"id": "in-england", "kind": "in-england"},
  {"id": "state-funded", "kind": "state-funded"},
  {"id": "open", "kind": "open"},
  {"id": "phase-or-provision", "kind": "phase-or-provision",
   "accepts": ["PRIMARY", "SECONDARY", "ALL_THROUGH", "SIXTH_FORM_COLLEGE", "SPECIAL", "ALTERNATIVE_PROVISION"]},
  {"id": "ofsted-overall-grade", "kind": "overall-grade", "accepts": ["GOOD", "REQUIRES_IMPROVEMENT", "INADEQUATE"]}
 ]$rules$),
('behaviour-hubs-partner-trust',
 'Multi-academy trusts that want support: at least one of their schools meets the criteria for partner schools.',
 $rules$[
  {"id": "trust-type", "kind": "trust-type", "accepts": ["MULTI_ACADEMY_TRUST"]},
  {"id": "trust-open", "kind": "trust-open"},
  {"id": "named-schools", "kind": "named-schools-of-trust"},
  {"id": "eligible-school", "kind": "trust-has-eligible-school", "atLeast": 1, "schoolRules": [
    {"id": "in-england", "kind": "in-england"},
    {"id": "state-funded", "kind": "state-funded"},
    {"id": "open", "kind": "open"},
    {"id": "phase-or-provision", "kind": "phase-or-provision",
     "accepts": ["PRIMARY", "SECONDARY", "ALL_THROUGH", "SIXTH_FORM_COLLEGE", "SPECIAL", "ALTERNATIVE_PROVISION"]},
    {"id": "ofsted-overall-grade", "kind": "overall-grade", "accepts": ["GOOD", "REQUIRES_IMPROVEMENT", "INADEQUATE"]}
  ]}
 ]$rules$),
('behaviour-hubs-lead-school',
 'Schools that want to lead a Behaviour Hub: overall Ofsted grade Good or Outstanding. Whether their behaviour culture is exemplary, two persons decide by the evidence in the application.',
 $rules$[
  {"id": "in-england", "kind": "in-england"},
  {"id": "state-funded", "kind": "state-funded"},
  {"id": "open", "kind": "open"},
  {"id": "ofsted-overall-grade", "kind": "overall-grade", "accepts": ["OUTSTANDING", "GOOD"]}
 ]$rules$),
('behaviour-hubs-lead-trust',
 'Trusts that want to lead a Behaviour Hub: at least one of the schools named for it meets the criteria for lead schools.',
 $rules$[
  {"id": "trust-type", "kind": "trust-type", "accepts": ["MULTI_ACADEMY_TRUST", "SINGLE_ACADEMY_TRUST"]},
  {"id": "trust-open", "kind": "trust-open"},
  {"id": "named-schools", "kind": "named-schools-of-trust"},
  {"id": "eligible-school", "kind": "trust-has-eligible-school", "atLeast": 1, "schoolRules": [
    {"id": "in-england", "kind": "in-england"},
    {"id": "state-funded", "kind": "state-funded"},
    {"id": "open", "kind": "open"},
    {"id": "ofsted-overall-grade", "kind": "overall-grade", "accepts": ["OUTSTANDING", "GOOD"]}
  ]}
 ]$rules$),
('attendance-hubs-partner-school',
 'Schools that want to join an attendance hub: every state-funded primary, secondary, all-through or special school and alternative provision, whatever the inspectors said.',
 $rules$[
  {"id": "in-england", "kind": "in-england"},
  {"id": "state-funded", "kind": "state-funded"},
  {"id": "open", "kind": "open"},
  {"id": "phase-or-provision", "kind": "phase-or-provision", "accepts": ["PRIMARY", "SECONDARY", "ALL_THROUGH", "SPECIAL", "ALTERNATIVE_PROVISION"]},
  {"id": "attendance-data-sharing", "kind": "attendance-data-sharing", "since": "2024-08-19"}
 ]$rules$),
('attendance-hubs-lead-school',
 'Schools that want to lead an attendance hub. Whether their attendance practice is effective, two persons decide by the evidence in the application.',
 $rules$[
  {"id": "in-england", "kind": "in-england"},
  {"id": "state-funded", "kind": "state-funded"},
  {"id": "open", "kind": "open"},
  {"id": "inspections", "kind": "shows-inspections"}
 ]$rules$),
('attendance-hubs-lead-trust',
 'Trusts that want to lead an attendance hub with at least one open school of their own.',
 $rules$[
  {"id": "trust-type", "kind": "trust-type", "accepts": ["MULTI_ACADEMY_TRUST", "SINGLE_ACADEMY_TRUST"]},
  {"id": "trust-open", "kind": "trust-open"},
  {"id": "named-schools", "kind": "named-schools-of-trust"},
  {"id": "eligible-school", "kind": "trust-has-eligible-school", "atLeast": 1, "schoolRules": [
    {"id": "in-england", "kind": "in-england"},
    {"id": "state-funded", "kind": "state-funded"},
    {"id": "open", "kind": "open"},
    {"id": "inspections", "kind": "shows-inspections"}
  ]}
 ]$rules$),
('behaviour-and-attendance-hubs-regional',
 'Schools that want regional support: every state-funded school, nurseries and 16-plus included.',
 $rules$[
  {"id": "in-england", "kind": "in-england"},
  {"id": "state-funded", "kind": "state-funded"},
  {"id": "open", "kind": "open"},
  {"id": "phase-or-provision", "kind": "phase-or-provision",
   "accepts": ["NURSERY", "PRIMARY", "SECONDARY", "ALL_THROUGH", "SIXTH_FORM_COLLEGE", "OTHER_SIXTEEN_PLUS", "SPECIAL", "ALTERNATIVE_PROVISION"]}
 ]$rules$),
('behaviour-and-attendance-hubs-enhanced',
 'Schools for enhanced support: every state-funded school that the Department selected. Inspections are shown to those who decide and do not decide by themselves.',
 $rules$[
  {"id": "in-england", "kind": "in-england"},
  {"id": "state-funded", "kind": "state-funded"},
  {"id": "open", "kind": "open"},
  {"id": "on-selection-list", "kind": "on-selection-list"},
  {"id": "inspections", "kind": "shows-inspections"}
 ]$rules$),
('behaviour-and-attendance-hubs-lead-school',
 'Schools that want to lead a behaviour and attendance hub. Whether their practice is strong, two persons decide by the evidence in the application.',
 $rules$[
  {"id": "in-england", "kind": "in-england"},
  {"id": "state-funded", "kind": "state-funded"},
  {"id": "open", "kind": "open"},
  {"id": "inspections", "kind": "shows-inspections"}
 ]$rules$),
('behaviour-and-attendance-hubs-lead-trust',
 'Trusts that want to lead a behaviour and attendance hub with at least one open school of their own.',
 $rules$[
  {"id": "trust-type", "kind": "trust-type", "accepts": ["MULTI_ACADEMY_TRUST", "SINGLE_ACADEMY_TRUST"]},
  {"id": "trust-open", "kind": "trust-open"},
  {"id": "named-schools", "kind": "named-schools-of-trust"},
  {"id": "eligible-school", "kind": "trust-has-eligible-school", "atLeast": 1, "schoolRules": [
    {"id": "in-england", "kind": "in-england"},
    {"id": "state-funded", "kind": "state-funded"},
    {"id": "open", "kind": "open"},
    {"id": "inspections", "kind": "shows-inspections"}
  ]}
 ]$rules$);

-- In force before anybody could apply: the attendance rule tells the days before and after the duty to share apart by itself.
insert into rule_set_version (id, version, created_at, code, number, state, valid_from, description, rules, drafted_by, published_by, published_at)
select ('019a6f00-0000-7000-8000-0000000002' || lpad(position::text, 2, '0'))::uuid, 1, '2026-11-01T00:00:00Z', code, 1, 'PUBLISHED', '2021-01-01', description,
       rules::jsonb, '{system:shipped}', 'system:applications-service', '2026-11-01T00:00:00Z'
from shipped;

insert into journal (id, event_key, event_type, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id, aggregate_version, actor_id, actor_roles,
                     changed_fields, reason_code)
select ('019a6f00-0000-7000-8000-0000000003' || right(id::text, 2))::uuid, id::text, 'RuleSetPublished', '/school-hubs/applications-service', created_at, id::text,
       'RuleSet', id::text, version, 'system:applications-service', '{}', '{state}', 'shipped'
from rule_set_version;

-- What an assessment was made of, so that it can be made again and compared.
alter table eligibility_assessment add column facts jsonb check (jsonb_typeof(facts) = 'object');
comment on column eligibility_assessment.facts is 'Every fact that the rules were given; null for assessments from before facts were kept.';
