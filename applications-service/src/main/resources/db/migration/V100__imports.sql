-- Imports of GIAS and Ofsted files: what came, from whom, what became of it.
create table register_import (
  id              uuid        primary key,
  version         bigint      not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null default clock_timestamp(),
  kind            text        not null check (kind in ('GIAS_ESTABLISHMENTS', 'OFSTED_INSPECTIONS')),
  as_at           date        not null,
  file_name       text        not null check (length(file_name) between 1 and 200),
  sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes           bigint      not null check (bytes > 0),
  requested_by    text        not null,
  requester_roles text[]      not null,
  correlation_id  text        not null,
  state           text        not null check (state in ('RECEIVED', 'RUNNING', 'COMPLETED', 'REFUSED', 'FAILED')),
  attempts        int         not null default 0 check (attempts >= 0),
  percent         int         not null default 0 check (percent between 0 and 100),
  rows_read       bigint      not null default 0,
  rows_created    bigint      not null default 0,
  rows_changed    bigint      not null default 0,
  rows_unchanged  bigint      not null default 0,
  rows_rejected   bigint      not null default 0,
  missing         bigint      not null default 0,
  failure_code    text,
  failure_detail  text        check (length(failure_detail) <= 4000),
  started_at      timestamptz,
  finished_at     timestamptz,
  constraint import_ends_with_a_time check ((state in ('COMPLETED', 'REFUSED', 'FAILED')) = (finished_at is not null)),
  constraint import_says_why check ((state in ('REFUSED', 'FAILED')) = (failure_code is not null)),
  constraint import_counts_every_row check (state <> 'COMPLETED' or rows_read = rows_created + rows_changed + rows_unchanged + rows_rejected)
);
comment on table register_import is 'Files brought into the register: lineage and outcome.';
comment on column register_import.as_at is 'The day the file describes.';
comment on column register_import.sha256 is 'Of the file as it was sent: the same content for the same kind and day is imported once.';
comment on column register_import.requested_by is 'Opaque subject of the token that sent it.';
comment on column register_import.requester_roles is 'Roles of that token, for the journal entries the import writes.';
comment on column register_import.attempts is 'How often a worker began: one that died is followed by another, three times at the most.';
comment on column register_import.percent is 'How far the worker is; 100 when completed.';
comment on column register_import.missing is 'Schools of the register that the file does not have. They are left as they are.';
comment on column register_import.failure_code is 'Why it was refused (the file is at fault) or failed (we are).';
create unique index one_import_at_a_time on register_import ((true)) where state in ('RECEIVED', 'RUNNING');
create unique index same_content_once on register_import (kind, as_at, sha256) where state <> 'FAILED';
create index register_import_changes on register_import (changed_at, id);
select kit_track_changes('register_import');
grant select, insert, update on register_import to "${app_role}";

create table import_rejection (
  import_id   uuid   not null references register_import (id),
  position    bigint not null,
  line        bigint not null check (line >= 1),
  column_name text,
  value       text   check (length(value) <= 200),
  code        text   not null,
  reason      text   not null,
  primary key (import_id, position)
);
comment on table import_rejection is 'Rows of a file that did not go in, and why. One row can have several reasons.';
comment on column import_rejection.position is 'Order of finding, for paging.';
comment on column import_rejection.line is 'Line of the file; the header is line 1.';
comment on column import_rejection.value is 'What stood there. Columns with personal data are never read, so none is here.';
grant select, insert on import_rejection to "${app_role}";
