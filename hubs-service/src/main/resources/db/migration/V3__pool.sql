create table pool_entry (
  id              uuid primary key,
  version         bigint not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null default clock_timestamp(),
  application_id  uuid not null unique,
  state           text not null check (state in ('WAITING', 'PLACED', 'LEFT')),
  programme       text not null check (programme ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  pathway         text not null check (pathway ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  cohort          text not null check (cohort ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  cohort_starts_on date not null,
  cohort_ends_on  date not null,
  submitted_at    timestamptz not null,
  accepted_on     date not null,
  selection_rank  integer,
  urn             text not null check (urn ~ '^[1-9][0-9]{4,5}$'),
  school_name     text not null check (char_length(school_name) between 1 and 300),
  la_code         text check (la_code ~ '^[0-9]{3}$'),
  trust_uid       text check (trust_uid ~ '^[1-9][0-9]{0,5}$'),
  phase           text not null check (phase in ('NURSERY', 'PRIMARY', 'SECONDARY', 'ALL_THROUGH', 'SIXTEEN_PLUS', 'NOT_APPLICABLE')),
  provision       text not null check (provision in ('MAINSTREAM', 'SPECIAL', 'ALTERNATIVE_PROVISION', 'COLLEGE')),
  region          text check (region ~ '^[A-Z]$'),
  easting         integer check (easting between 0 and 700000),
  northing        integer check (northing between 0 and 1300000),
  refused_by_hubs uuid[] not null default '{}',
  check (cohort_starts_on <= cohort_ends_on),
  check ((easting is null) = (northing is null))
);
create index pool_entry_by_state on pool_entry (state, programme, pathway, cohort);
create index pool_entry_by_change on pool_entry (changed_at, id);
select kit_track_changes('pool_entry');

comment on table pool_entry is 'An accepted application of a school: waiting for a hub, placed, or left.';
comment on column pool_entry.version is 'Counts changes, for the ETag.';
comment on column pool_entry.changed_at is 'When the row last changed.';
comment on column pool_entry.application_id is 'The accepted application; once in the pool.';
comment on column pool_entry.state is 'WAITING for a hub, PLACED with one, LEFT for good (withdrawn, or completed).';
comment on column pool_entry.programme is 'Code of the programme.';
comment on column pool_entry.pathway is 'Code of the pathway.';
comment on column pool_entry.cohort is 'Code of the cohort.';
comment on column pool_entry.cohort_starts_on is 'First day of the cohort.';
comment on column pool_entry.cohort_ends_on is 'Last day of the cohort.';
comment on column pool_entry.submitted_at is 'When the application was submitted.';
comment on column pool_entry.accepted_on is 'Day of acceptance; the grant''s tariff is taken on it.';
comment on column pool_entry.selection_rank is 'Rank on a selection list; null without one.';
comment on column pool_entry.urn is 'URN of the school.';
comment on column pool_entry.school_name is 'Its name when accepted.';
comment on column pool_entry.la_code is 'Its local authority when accepted.';
comment on column pool_entry.trust_uid is 'Its trust when accepted; null without one.';
comment on column pool_entry.phase is 'Its phase when accepted.';
comment on column pool_entry.provision is 'Its kind of setting when accepted.';
comment on column pool_entry.region is 'Its region (GOR code) when accepted.';
comment on column pool_entry.easting is 'British National Grid, metres.';
comment on column pool_entry.northing is 'British National Grid, metres.';
comment on column pool_entry.refused_by_hubs is 'Hubs whose lead refused this school; not proposed again.';

grant select, insert, update on pool_entry to "${app_role}";
