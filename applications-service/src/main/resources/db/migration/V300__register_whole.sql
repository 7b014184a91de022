-- The rest of the register: what else GIAS says of a school, groups (trusts among them) and who belongs to them, links between schools, attendance data
-- sharing, selection lists, and the work that a changed register gives to the other features.

alter table register_import drop constraint register_import_kind_check;
alter table register_import add constraint register_import_kind_check check (kind in ('GIAS_ESTABLISHMENTS', 'GIAS_GROUPS', 'GIAS_GROUP_LINKS', 'GIAS_LINKS',
  'OFSTED_INSPECTIONS', 'ATTENDANCE_SHARING', 'SELECTION_LIST', 'TERM_CALENDARS'));

alter table school
  add column establishment_number text check (establishment_number ~ '^[0-9]{4}$'),
  add column low_age              int  check (low_age between 0 and 99),
  add column high_age             int  check (high_age between 0 and 99),
  add column nursery_provision    text,
  add column official_sixth_form  text,
  add column boarders             text,
  add column gender               text,
  add column religious_character  text,
  add column admissions_policy    text,
  add column capacity             int  check (capacity >= 0),
  add column trust_school_flag    text,
  add column federation_uid       text,
  add column federation_name      text,
  add column street               text,
  add column locality             text,
  add column address3             text,
  add column county               text,
  add column website              text,
  add column district             text,
  add column reason_opened        text,
  add column reason_closed        text,
  add column section41            text,
  add column source_changed_on    date;
comment on column school.establishment_number is 'Four digits; with la_code before it, it is the LAESTAB.';
comment on column school.low_age is 'Statutory low age, years.';
comment on column school.capacity is 'School capacity, places.';
comment on column school.trust_school_flag is 'GIAS TrustSchoolFlag, by name.';
comment on column school.section41 is 'GIAS Section41Approved, by name.';
comment on column school.source_changed_on is 'GIAS LastChangedDate.';

create table establishment_group (
  uid                    text        primary key check (uid ~ '^[1-9][0-9]{0,5}$'),
  version                bigint      not null default 0,
  created_at             timestamptz not null default now(),
  changed_at             timestamptz not null default clock_timestamp(),
  group_id               text        check (length(group_id) <= 100),
  name                   text        not null check (length(name) between 1 and 300),
  search_name            text        not null default '',
  type_code              text,
  type_name              text,
  status                 text        check (status in ('OPEN', 'CLOSED', 'PROPOSED_TO_OPEN')),
  opened_on              date,
  incorporated_on        date,
  closed_on              date,
  companies_house_number text        check (companies_house_number ~ '^[A-Z0-9]{8}$'),
  ukprn                  text        check (ukprn ~ '^10[0-9]{6}$'),
  street                 text,
  town                   text,
  county                 text,
  postcode               text,
  import_id              uuid        not null references register_import (id),
  source_file            text        not null,
  source_as_at           date        not null
);
comment on table establishment_group is 'GIAS groups: trusts, federations, sponsors; closed ones included. Known by their members'' rows alone until a groups file comes: then type_code is null.';
comment on column establishment_group.uid is 'Group UID.';
comment on column establishment_group.group_id is 'As GIAS writes it, clean (TR02345, SP00003) or not (TR02345_old, a name); never a key.';
comment on column establishment_group.type_code is 'GIAS Group Type without leading zero: 6 multi-academy trust, 10 single-academy trust, 11 secure single-academy trust, 1 federation, 2 trust of maintained schools, 5 sponsor.';
create index establishment_group_changes on establishment_group (changed_at, uid);
select kit_track_changes('establishment_group');
grant select, insert, update on establishment_group to "${app_role}";

insert into establishment_group (uid, name, search_name, import_id, source_file, source_as_at)
  select t.uid, t.name, lower(t.name), t.import_id, i.file_name, i.as_at from trust t join register_import i on i.id = t.import_id;
drop table trust;

create table establishment_group_version (
  uid           text   not null references establishment_group (uid),
  version       bigint not null,
  valid_from    date   not null,
  valid_to      date   not null check (valid_to >= valid_from),
  import_id     uuid   not null references register_import (id),
  superseded_by uuid   not null references register_import (id),
  content       jsonb  not null,
  primary key (uid, version)
);
comment on table establishment_group_version is 'What group rows said before, as school_version does for schools.';
grant select, insert on establishment_group_version to "${app_role}";

create table group_membership (
  id          bigint      generated always as identity primary key,
  uid         text        not null references establishment_group (uid),
  urn         text        not null references school (urn),
  joined_on   date,
  left_on     date,
  import_id   uuid        not null references register_import (id),
  ended_by    uuid        references register_import (id),
  constraint group_membership_period check (left_on >= joined_on),
  constraint group_membership_ended check ((left_on is null) = (ended_by is null))
);
comment on table group_membership is 'Which school is or was in which group, from the group links file. A link that a later file no longer has ended.';
comment on column group_membership.joined_on is 'As GIAS says; null where it does not.';
comment on column group_membership.left_on is 'First day on which it is no member: the day it joined the next trust where known, else the as-at day of the file that no longer has the link.';
create unique index group_membership_once on group_membership (uid, urn) where left_on is null;
create index group_membership_of_school on group_membership (urn, joined_on);
grant select, insert, update on group_membership to "${app_role}";

create table school_link (
  urn            text not null check (urn ~ '^[1-9][0-9]{4,5}$'),
  link_urn       text not null check (link_urn ~ '^[1-9][0-9]{4,5}$'),
  link_type      text not null,
  kind           text not null check (kind in ('PREDECESSOR', 'SUCCESSOR', 'OTHER')),
  link_name      text,
  established_on date,
  import_id      uuid not null references register_import (id),
  source_file    text not null,
  source_as_at   date not null,
  primary key (urn, link_urn, link_type)
);
comment on table school_link is 'GIAS links between establishments as the last file has them. Either end may be a URN that the register does not know.';
comment on column school_link.kind is 'Derived from link_type: successor of any variant, predecessor of any variant, or another link.';
create index school_link_back on school_link (link_urn);
grant select, insert, update, delete on school_link to "${app_role}";

create table attendance_sharing (
  urn           text        primary key references school (urn),
  version       bigint      not null default 0,
  changed_at    timestamptz not null default clock_timestamp(),
  status        text        not null check (status in ('SHARING', 'NOT_SHARING', 'UNKNOWN')),
  source        text        not null check (length(source) between 1 and 100),
  checked_on    date        not null,
  last_data_on  date        check (last_data_on <= checked_on),
  import_id     uuid        not null references register_import (id),
  source_file   text        not null,
  source_as_at  date        not null
);
comment on table attendance_sharing is 'Whether a school shares its daily attendance data: a legal duty of state-funded schools since 19 August 2024, a voluntary sign-up before.';
select kit_track_changes('attendance_sharing');
grant select, insert, update on attendance_sharing to "${app_role}";

create table attendance_sharing_version (
  urn           text   not null references school (urn),
  version       bigint not null,
  valid_from    date   not null,
  valid_to      date   not null check (valid_to >= valid_from),
  import_id     uuid   not null references register_import (id),
  superseded_by uuid   not null references register_import (id),
  content       jsonb  not null,
  primary key (urn, version)
);
comment on table attendance_sharing_version is 'What attendance_sharing rows said before.';
grant select, insert on attendance_sharing_version to "${app_role}";

create table selection_list (
  id          uuid        primary key,
  version     bigint      not null default 0,
  created_at  timestamptz not null default now(),
  changed_at  timestamptz not null default clock_timestamp(),
  programme   text        not null,
  pathway     text        not null,
  cohort      text        not null,
  list_number int         not null check (list_number >= 1),
  dated_on    date        not null,
  current     boolean     not null,
  entries     int         not null check (entries >= 0),
  import_id   uuid        not null references register_import (id),
  source_file text        not null,
  constraint selection_list_numbered unique (programme, pathway, cohort, list_number)
);
comment on table selection_list is 'Schools that the Department selected for a pathway of a cohort. A newer list of the same cohort takes the place of the older one, which is kept.';
comment on column selection_list.list_number is 'Version of the list within its programme, pathway and cohort, from 1.';
comment on column selection_list.dated_on is 'The day the list is dated.';
create unique index selection_list_current on selection_list (programme, pathway, cohort) where current;
create index selection_list_changes on selection_list (changed_at, id);
select kit_track_changes('selection_list');
grant select, insert, update on selection_list to "${app_role}";

create table selection_entry (
  list_id uuid not null references selection_list (id),
  urn     text not null references school (urn),
  rank    int  not null check (rank >= 1),
  reason  text not null check (length(reason) between 1 and 500),
  primary key (list_id, urn),
  constraint selection_entry_rank unique (list_id, rank)
);
comment on table selection_entry is 'A selected school, why, and its place in the order of priority (the order of the file where it names no rank).';
create index selection_entry_of_school on selection_entry (urn);
grant select, insert on selection_entry to "${app_role}";

create table register_change (
  id         bigint      generated always as identity primary key,
  import_id  uuid        not null references register_import (id),
  urn        text        not null references school (urn),
  step       text        not null check (step in ('REPLACE', 'MERGE', 'OPEN', 'CLOSE', 'REGRADE', 'OTHER')),
  fields     text[]      not null default '{}',
  created_at timestamptz not null default now(),
  worked_at  timestamptz,
  outcome    text        check (outcome in ('NOTHING_TO_DO', 'FOLLOWED', 'RECHECKED', 'TASK_RAISED', 'FAILED')),
  detail     text        check (length(detail) <= 1000),
  attempts   int         not null default 0,
  constraint register_change_worked check ((worked_at is null) = (outcome is null))
);
comment on table register_change is 'Work that an import gives to reconciliation: schools that were in the register before and changed. Worked in the order replace, merge, open, close, then the rest; one school at a time.';
comment on column register_change.step is 'REPLACE: closed, with exactly one open successor. MERGE: closed by a merger. OPEN, CLOSE: status changed otherwise. REGRADE: an inspection changed. OTHER: any other fact, trust included.';
comment on column register_change.fields is 'API field names of the school that changed.';
create index register_change_waiting on register_change (id) where worked_at is null;
create index register_change_of_import on register_change (import_id, id);
grant select, insert, update on register_change to "${app_role}";
