-- The catalogue: programmes, their pathways, their cohorts. Shipped with the three programmes that exist; further ones are data.

create table programme (
  id                       uuid        primary key,
  version                  bigint      not null,
  created_at               timestamptz not null,
  changed_at               timestamptz not null default clock_timestamp(),
  code                     text        not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  name                     text        not null check (length(name) between 1 and 120),
  description              text        not null check (length(description) <= 1000),
  replaced_by              text        references programme (code) deferrable initially deferred check (replaced_by <> code),
  takes_applications_until date
);
comment on table programme is 'A programme that schools or trusts apply to.';
comment on column programme.code is 'Stable code, also the key of its events.';
comment on column programme.replaced_by is 'Code of the programme that takes its place; what runs goes on to its end.';
comment on column programme.takes_applications_until is 'Last day (Europe/London) on which an application may be submitted; null while no end is set.';
select kit_track_changes('programme');

create table programme_subject (
  programme_id uuid not null references programme (id),
  subject      text not null check (subject ~ '^[a-z-]{1,40}$'),
  primary key (programme_id, subject)
);
comment on table programme_subject is 'What a programme works on. Programmes that share a subject overlap: a school takes part in one of them at a time.';

create table pathway (
  programme_id         uuid    not null references programme (id),
  position             int     not null,
  code                 text    not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  name                 text    not null check (length(name) between 1 and 120),
  partner_kind         text    not null check (partner_kind in ('SCHOOL', 'TRUST')),
  entry                text    not null check (entry in ('SELF_REFERRAL', 'EXPRESSION_OF_INTEREST', 'SELECTION')),
  length_months        int     not null check (length_months between 1 and 60),
  extension_months     int     not null check (extension_months between 0 and 60),
  commitment_days_from int     check (commitment_days_from > 0),
  commitment_days_to   int     check (commitment_days_to >= commitment_days_from),
  grant_cap_pence      bigint  check (grant_cap_pence > 0),
  places               int     check (places > 0),
  leaders_required     int     not null check (leaders_required between 1 and 3),
  statement_required   boolean not null,
  automatic_acceptance boolean not null,
  primary key (programme_id, code),
  unique (programme_id, position),
  check ((commitment_days_from is null) = (commitment_days_to is null))
);
comment on table pathway is 'A stream of a programme, with what it asks and what it gives.';
comment on column pathway.entry is 'How partners come in: by themselves per cohort, by expression of interest (short form), or selected by the Department.';
comment on column pathway.length_months is 'Months from the start of the cohort to the end of the plan.';
comment on column pathway.extension_months is 'By how many months it may be extended.';
comment on column pathway.commitment_days_from is 'Expected time commitment of the partner in days, lower end; recorded, not enforced.';
comment on column pathway.grant_cap_pence is 'No grant of this pathway may exceed it; null where no grant is paid.';
comment on column pathway.places is 'Programme-wide places; null for no limit.';
comment on column pathway.leaders_required is 'How many senior leaders an application names.';
comment on column pathway.statement_required is 'Whether the application states motivation and focus (full form).';
comment on column pathway.automatic_acceptance is 'Whether ELIGIBLE is accepted at submission without a decision by a person.';

create table cohort (
  id               uuid        primary key,
  version          bigint      not null,
  created_at       timestamptz not null,
  changed_at       timestamptz not null default clock_timestamp(),
  programme_id     uuid        not null references programme (id),
  code             text        not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 40),
  name             text        not null check (length(name) between 1 and 120),
  starts_on        date        not null,
  window_opens_at  timestamptz not null,
  window_closes_at timestamptz not null,
  constraint cohort_once unique (programme_id, code),
  constraint cohort_window check (window_opens_at < window_closes_at)
);
comment on table cohort is 'A group of partners that begins together, and the window in which they apply. A window may be open after the start, for late joiners.';
select kit_track_changes('cohort');
create index cohort_changes on cohort (changed_at, id);

create table cohort_pathway (
  cohort_id uuid not null references cohort (id),
  position  int  not null,
  code      text not null,
  places    int  check (places > 0),
  primary key (cohort_id, code)
);
comment on table cohort_pathway is 'Which pathways a cohort offers.';
comment on column cohort_pathway.places is 'Places in this cohort; null for no limit of its own.';

insert into programme (id, version, created_at, code, name, description, replaced_by) values
  ('019a6f00-0000-7000-8000-000000000001', 0, '2026-11-01T00:00:00Z', 'behaviour-hubs', 'Behaviour Hubs',
   'Lead schools and trusts with an exemplary behaviour culture help partner schools and trusts to build their own.', 'behaviour-and-attendance-hubs'),
  ('019a6f00-0000-7000-8000-000000000002', 0, '2026-11-01T00:00:00Z', 'attendance-hubs', 'Attendance hubs',
   'Schools with effective attendance practice share it with schools like them in six half-termly meetings.', 'behaviour-and-attendance-hubs'),
  ('019a6f00-0000-7000-8000-000000000003', 0, '2026-11-01T00:00:00Z', 'behaviour-and-attendance-hubs', 'Behaviour and attendance hubs',
   'Regional hubs share practice on behaviour and attendance with many schools and give intensive help to some.', null);

insert into programme_subject (programme_id, subject) values
  ('019a6f00-0000-7000-8000-000000000001', 'behaviour'),
  ('019a6f00-0000-7000-8000-000000000002', 'attendance'),
  ('019a6f00-0000-7000-8000-000000000003', 'behaviour'),
  ('019a6f00-0000-7000-8000-000000000003', 'attendance');

insert into pathway (programme_id, position, code, name, partner_kind, entry, length_months, extension_months, commitment_days_from, commitment_days_to,
                     grant_cap_pence, places, leaders_required, statement_required, automatic_acceptance) values
  ('019a6f00-0000-7000-8000-000000000001', 0, 'core',         'Core support',     'SCHOOL', 'SELF_REFERRAL',          12, 12, 12,   20,   900000, null, 3, true,  false),
  ('019a6f00-0000-7000-8000-000000000001', 1, 'extended',     'Extended support', 'SCHOOL', 'SELF_REFERRAL',          12, 12, 20,   40,   900000, null, 3, true,  false),
  ('019a6f00-0000-7000-8000-000000000001', 2, 'multi-school', 'Trust support',    'TRUST',  'SELF_REFERRAL',          24, 0,  22,   30,   900000, null, 3, true,  false),
  ('019a6f00-0000-7000-8000-000000000002', 0, 'attendance',   'Attendance hub',   'SCHOOL', 'EXPRESSION_OF_INTEREST', 12, 6,  null, null, null,   null, 1, false, true),
  ('019a6f00-0000-7000-8000-000000000003', 0, 'regional',     'Regional support', 'SCHOOL', 'EXPRESSION_OF_INTEREST', 12, 0,  null, null, null,   5000, 1, false, true),
  ('019a6f00-0000-7000-8000-000000000003', 1, 'enhanced',     'Enhanced support', 'SCHOOL', 'SELECTION',              12, 0,  null, null, null,   500,  1, false, false);

-- The other services learn of the shipped programmes as of any other: from the journal.
insert into journal (id, topic, event_key, event_type, payload, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id, aggregate_version,
                     actor_id, actor_roles, changed_fields, reason_code)
select ('019a6f00-0000-7000-8000-00000000010' || right(p.id::text, 1))::uuid, 'programmes.v1', p.code, 'ProgrammeUpdated',
       jsonb_build_object('code', p.code, 'name', p.name, 'replacedBy', p.replaced_by, 'cohorts', '[]'::jsonb, 'pathways', (
         select jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name, 'partnerKind', w.partner_kind, 'lengthMonths', w.length_months,
                                             'grantCapPence', w.grant_cap_pence, 'places', w.places) order by w.position)
         from pathway w where w.programme_id = p.id)),
       '/school-hubs/applications-service', p.created_at, p.id::text, 'Programme', p.id::text, p.version,
       'system:applications-service', '{}', '{}', 'shipped'
from programme p order by p.id;

grant select, insert, update on programme, cohort to "${app_role}";
grant select on programme_subject, pathway to "${app_role}";
grant select, insert on cohort_pathway to "${app_role}";
