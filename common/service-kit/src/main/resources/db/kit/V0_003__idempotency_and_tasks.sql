-- Answers given to requests with an Idempotency-Key, so that a repeat gets the same one.
create table idempotency_key (
  principal   text        not null,
  operation   text        not null,
  key         text        not null,
  fingerprint text        not null,
  status      int         not null,
  headers     jsonb       not null,
  body        json,
  created_at  timestamptz not null default now(),
  primary key (principal, operation, key)
);
create index idempotency_key_age on idempotency_key (created_at);
grant select, insert, delete on idempotency_key to "${app_role}";

-- What needs a person.
create table task (
  id             uuid        primary key,
  version        bigint      not null,
  created_at     timestamptz not null,
  changed_at     timestamptz not null default clock_timestamp(),
  kind           text        not null,
  subject_type   text        not null,
  subject_id     text        not null,
  application_id uuid,
  reason_code    text        not null,
  reason         text        not null check (length(reason) <= 1000),
  role           text        not null,
  state          text        not null check (state in ('OPEN', 'SETTLED')),
  settled_at     timestamptz,
  settled_by     text,
  check ((state = 'SETTLED') = (settled_at is not null))
);
create unique index task_open_once on task (kind, subject_type, subject_id) where state = 'OPEN';
create index task_changes on task (changed_at, id);
select kit_track_changes('task');
grant select, insert, update on task to "${app_role}";
