-- Incoming events: each one's effect exactly once, in order per key.
create table inbox (
  consumer   text        not null,
  event_id   uuid        not null,
  event_type text        not null,
  applied_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
comment on table inbox is 'Events whose effect is in this database: a repeat does nothing.';

create table dead_letter (
  id             uuid        primary key default uuidv7(),
  consumer       text        not null,
  state          text        not null check (state in ('WAITING', 'DEAD', 'PARKED', 'APPLIED', 'DISCARDED')),
  event_id       uuid,
  event_type     text,
  event_key      text        not null,
  headers        jsonb       not null,
  payload        text,
  topic          text        not null,
  partition      int         not null,
  record_offset  bigint      not null,
  reason         text        not null,
  attempts       int         not null default 1,
  received_at    timestamptz not null default now(),
  next_attempt   timestamptz not null default now(),
  settled_at     timestamptz,
  settled_by     text
);
comment on table dead_letter is 'Events that could not be applied: WAITING for a fact to come, DEAD until an operator replays or discards, PARKED behind one of those.';
create index dead_letter_open on dead_letter (consumer, event_key, record_offset) where state in ('WAITING', 'DEAD', 'PARKED');
-- A redelivered record is kept once; a position that a new topic uses again is another record.
create unique index dead_letter_position on dead_letter (consumer, topic, partition, record_offset) where state in ('WAITING', 'DEAD', 'PARKED');
create index dead_letter_of_event on dead_letter (consumer, event_id) where state = 'DISCARDED';
create unique index dead_letter_once on dead_letter (consumer, event_id) where event_id is not null and state in ('WAITING', 'DEAD', 'PARKED');

grant select, insert on inbox to "${app_role}";
grant select, insert, update on dead_letter to "${app_role}";
