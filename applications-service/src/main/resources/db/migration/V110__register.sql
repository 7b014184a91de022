-- The register of schools: what the sources say now, and what they said before.
create table school (
  urn                    text         primary key check (urn ~ '^[1-9][0-9]{4,5}$'),
  version                bigint       not null,
  created_at             timestamptz  not null default now(),
  changed_at             timestamptz  not null default clock_timestamp(),
  ukprn                  text         check (ukprn ~ '^10[0-9]{6}$'),
  name                   text         not null check (length(name) between 1 and 200),
  search_name            text         not null,
  status                 text         not null check (status in ('OPEN', 'CLOSED', 'OPEN_PROPOSED_TO_CLOSE', 'PROPOSED_TO_OPEN')),
  type_code              text         not null,
  type_name              text,
  type_group_code        text         not null,
  phase_code             text,
  phase                  text         not null check (phase in ('NURSERY', 'PRIMARY', 'SECONDARY', 'ALL_THROUGH', 'SIXTEEN_PLUS', 'NOT_APPLICABLE')),
  provision              text         not null check (provision in ('MAINSTREAM', 'SPECIAL', 'ALTERNATIVE_PROVISION', 'COLLEGE')),
  further_education_type text,
  la_code                text         not null check (la_code ~ '^[0-9]{3}$'),
  la_name                text,
  region                 text,
  trust_uid              text         check (trust_uid ~ '^[1-9][0-9]{0,5}$'),
  trust_name             text,
  easting                int          check (easting between 0 and 700000),
  northing               int          check (northing between 0 and 1300000),
  pupils                 int          check (pupils >= 0),
  percent_fsm            numeric      check (percent_fsm between 0 and 100),
  urban_rural            text,
  town                   text,
  postcode               text,
  opened_on              date,
  closed_on              date,
  successor_urn          text         check (successor_urn ~ '^[1-9][0-9]{4,5}$'),
  import_id              uuid         not null references register_import (id),
  source_file            text         not null,
  source_as_at           date         not null,
  constraint school_place_whole check ((easting is null) = (northing is null))
);
comment on table school is 'Establishments as GIAS gave them last, closed ones included. No personal data.';
comment on column school.urn is 'Unique Reference Number of this instance of the school; text, so that it is never calculated with.';
comment on column school.version is 'Counts changes; the ETag is made of it.';
comment on column school.search_name is 'Name without case, accents and punctuation, for search.';
comment on column school.type_code is 'GIAS TypeOfEstablishment, without leading zero.';
comment on column school.phase is 'Derived from phase_code; middle schools as deemed.';
comment on column school.provision is 'Derived from the type.';
comment on column school.region is 'GIAS GOR code.';
comment on column school.trust_uid is 'Group UID, not the TR number.';
comment on column school.percent_fsm is 'Per cent of pupils eligible for free school meals.';
comment on column school.successor_urn is 'The school that followed, where there is exactly one.';
comment on column school.import_id is 'The import that first said what the row says now.';
create index school_changes on school (changed_at, urn);
create index school_of_authority on school (la_code, urn);
create index school_of_trust on school (trust_uid, urn) where trust_uid is not null;
create index school_of_region on school (region, urn);
select kit_track_changes('school');
grant select, insert, update on school to "${app_role}";

create table school_version (
  urn           text   not null references school (urn),
  version       bigint not null,
  valid_from    date   not null,
  valid_to      date   not null,
  import_id     uuid   not null references register_import (id),
  superseded_by uuid   not null references register_import (id),
  content       jsonb  not null,
  primary key (urn, version),
  constraint school_version_period check (valid_to >= valid_from)
);
comment on table school_version is 'What school rows said before: one row a superseded version, append-only. What is said now stands in school.';
comment on column school_version.valid_from is 'As-at day of the file that said so first.';
comment on column school_version.valid_to is 'As-at day of the file that said otherwise; equal to valid_from when a file was corrected.';
comment on column school_version.content is 'The row of school as it was.';
grant select, insert on school_version to "${app_role}";

create table trust (
  uid        text        primary key check (uid ~ '^[1-9][0-9]{0,5}$'),
  name       text        not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default clock_timestamp(),
  import_id  uuid        not null references register_import (id)
);
comment on table trust is 'Trusts, as named on the rows of their schools.';
select kit_track_changes('trust');
grant select, insert, update on trust to "${app_role}";

create table inspection (
  urn                   text    not null references school (urn),
  kind                  text    not null check (kind in ('OEIF_GRADED', 'UNGRADED', 'REPORT_CARD')),
  inspection_number     text    not null,
  inspected_on          date    not null,
  published_on          date,
  overall_effectiveness text    check (overall_effectiveness in ('0', '1', '2', '3', '4', '8', '9', 'Not judged')),
  ungraded_outcome      text,
  grades                jsonb   not null,
  category_of_concern   text    check (category_of_concern in ('SM', 'SWK', 'NTI', 'RSI')),
  predecessor           boolean not null,
  urn_at_time           text    check (urn_at_time ~ '^[1-9][0-9]{4,5}$'),
  import_id             uuid    not null references register_import (id),
  source_file           text    not null,
  source_as_at          date    not null,
  primary key (urn, kind),
  constraint overall_only_when_graded check (overall_effectiveness is null or kind = 'OEIF_GRADED'),
  constraint outcome_only_when_ungraded check (ungraded_outcome is null or kind = 'UNGRADED')
);
comment on table inspection is 'The latest inspection of each generation that Ofsted names for a school.';
comment on column inspection.grades is 'Area to grade in Ofsted''s words. Grades of different kinds cannot be compared.';
comment on column inspection.predecessor is 'The inspection was of another URN, a predecessor.';
grant select, insert, update, delete on inspection to "${app_role}";

create table inspection_version (
  id            bigint generated always as identity primary key,
  urn           text  not null references school (urn),
  kind          text  not null,
  valid_from    date  not null,
  valid_to      date  not null,
  import_id     uuid  not null references register_import (id),
  superseded_by uuid  not null references register_import (id),
  content       jsonb not null,
  constraint inspection_version_period check (valid_to >= valid_from)
);
comment on table inspection_version is 'Inspections that a later file replaced or no longer names; append-only.';
create index inspection_version_of_school on inspection_version (urn, kind);
grant select, insert on inspection_version to "${app_role}";
