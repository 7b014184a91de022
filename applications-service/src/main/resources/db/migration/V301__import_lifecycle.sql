-- Imports that only try, imports that wait for a person, imports that were undone; what an import changed, school by school.

alter table register_import
  add column dry_run           boolean     not null default false,
  add column warnings          bigint      not null default 0 check (warnings >= 0),
  add column report            jsonb,
  add column open_before       bigint      check (open_before >= 0),
  add column guarded           bigint      check (guarded >= 0),
  add column guard_limit       bigint      check (guard_limit >= 0),
  add column confirmed_by      text,
  add column confirmed_at      timestamptz,
  add column confirmed_guarded bigint      check (confirmed_guarded >= 0),
  add column cancelled_by      text,
  add column undone_by         text,
  add column undone_at         timestamptz,
  drop constraint register_import_state_check,
  drop constraint import_ends_with_a_time,
  drop constraint import_counts_every_row;
alter table register_import
  add constraint register_import_state_check check (state in ('RECEIVED', 'RUNNING', 'AWAITING_CONFIRMATION', 'COMPLETED', 'DRY_RUN_COMPLETED', 'CANCELLED', 'UNDONE',
    'REFUSED', 'FAILED')),
  add constraint import_ends_with_a_time check ((state in ('COMPLETED', 'DRY_RUN_COMPLETED', 'CANCELLED', 'UNDONE', 'REFUSED', 'FAILED')) = (finished_at is not null)),
  add constraint import_counts_every_row check (state not in ('AWAITING_CONFIRMATION', 'COMPLETED', 'DRY_RUN_COMPLETED', 'UNDONE')
    or rows_read = rows_created + rows_changed + rows_unchanged + rows_rejected),
  add constraint dry_run_changes_nothing check (not (dry_run and state in ('AWAITING_CONFIRMATION', 'COMPLETED', 'CANCELLED', 'UNDONE'))
    and (dry_run or state <> 'DRY_RUN_COMPLETED')),
  add constraint import_confirmed_by_another check (confirmed_by <> requested_by),
  add constraint import_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_guarded is null)),
  add constraint import_cancelled_by_somebody check ((state = 'CANCELLED') = (cancelled_by is not null)),
  add constraint import_undone_by_somebody check ((state = 'UNDONE') = (undone_by is not null) and (undone_by is null) = (undone_at is null));
comment on column register_import.dry_run is 'Reads and compares only: the register stays as it is.';
comment on column register_import.warnings is 'Values that were left out of rows that went in, see import_rejection.';
comment on column register_import.report is 'Counts by kind of change, as the API shows them.';
comment on column register_import.open_before is 'Open schools of the register before it; null for files that change no school''s status or trust.';
comment on column register_import.guarded is 'Schools that it closes or takes to another trust (or out of any).';
comment on column register_import.guard_limit is 'More than so many wait for a person''s confirmation; null where nothing is guarded, as for the first fill.';
comment on column register_import.confirmed_by is 'Opaque subject of the person who confirmed it; never the sender.';
comment on column register_import.confirmed_guarded is 'How many closures and moves were confirmed: if there are more when it runs again, it waits again.';
comment on column register_import.undone_by is 'Opaque subject of the person who undid it.';

drop index same_content_once;
create unique index same_content_once on register_import (kind, as_at, sha256) where not dry_run and state not in ('FAILED', 'CANCELLED', 'UNDONE');

alter table import_rejection add column went_in boolean not null default false;
comment on table import_rejection is 'What of a file did not go in, and why: rows, which can have several reasons, and single values of rows that went in without them.';
comment on column import_rejection.went_in is 'A warning: the row went in without this value.';
-- A confirmed import is read again from the start.
grant delete on import_rejection to "${app_role}";

create table import_change (
  import_id         uuid        not null references register_import (id),
  urn               text        not null check (urn ~ '^[1-9][0-9]{4,5}$'),
  changed_at        timestamptz not null default clock_timestamp(),
  name              text        not null,
  changes           text[]      not null check (cardinality(changes) > 0 and changes <@ array['ADDED', 'OPENED', 'CLOSED', 'REOPENED', 'CONVERTED', 'MOVED_TRUST',
                                  'RENAMED', 'INSPECTED', 'REGRADED', 'OTHER', 'MISSING']),
  fields            jsonb       not null default '{}',
  live_applications uuid[]      not null default '{}',
  primary key (import_id, urn)
);
comment on table import_change is 'What an import changed in the register, or would have changed: one row a school. The first fill of an empty register lists nothing: there everything is new.';
comment on column import_change.changes is 'Kinds of change. MISSING: the register has the school, not closed, and a full file has not; it was left as it is.';
comment on column import_change.fields is 'API field to its value before and after.';
comment on column import_change.live_applications is 'Applications of the school that were live then.';
grant select, insert, delete on import_change to "${app_role}";

comment on table school_version is 'What school rows said before: one row a superseded version, append-only. What is said now stands in school. A row that its own import superseded was undone.';
create index register_change_of_school on register_change (urn);
create index school_version_superseded on school_version (superseded_by);
create index inspection_version_superseded on inspection_version (superseded_by);
