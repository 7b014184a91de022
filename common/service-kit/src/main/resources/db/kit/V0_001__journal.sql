-- The journal: outbox, audit trail and history in one append-only table. docs/adr/0002-journal-and-debezium.md

grant usage on schema public to "${app_role}", "${connector_role}";

create table journal (
  id                uuid        primary key default uuidv7(),
  topic             text,
  event_key         text        not null,
  event_type        text        not null,
  payload           jsonb,
  ce_specversion    text        not null default '1.0',
  ce_source         text        not null,
  occurred_at       timestamptz not null,
  correlation_id    text        not null,
  traceparent       text,
  aggregate_type    text        not null,
  aggregate_id      text        not null,
  aggregate_version bigint      not null,
  actor_id          text        not null,
  actor_roles       text[]      not null,
  changed_fields    text[]      not null default '{}',
  reason_code       text,
  constraint journal_published_with_payload check ((topic is null) = (payload is null))
);
comment on table journal is 'What happened: written with the change, never altered. Holds no name, address, bank number or free text about a person.';
comment on column journal.topic is 'Kafka topic the fact is published on; null for history only.';
comment on column journal.event_key is 'Key of the message: facts of one key stay in order.';
comment on column journal.payload is 'Public payload, described by a schema in contracts/events.';
comment on column journal.actor_id is 'Opaque subject of the token, or system:<service>.';
create index journal_of_aggregate on journal (aggregate_type, aggregate_id, id);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end $$;
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function journal_is_append_only();

grant select, insert on journal to "${app_role}";
grant select (id, topic, event_key, event_type, payload, ce_specversion, ce_source, occurred_at, correlation_id, traceparent)
  on journal to "${connector_role}";

-- The connector sees the public columns of the public rows, and nothing else.
create publication journal_public
  for table journal (id, topic, event_key, event_type, payload, ce_specversion, ce_source, occurred_at, correlation_id, traceparent)
  where (topic is not null)
  with (publish = 'insert');

-- changed_at, for reads by updatedSince.
create function kit_touch_changed_at() returns trigger language plpgsql as $$
begin
  new.changed_at := clock_timestamp();
  return new;
end $$;
create function kit_track_changes(tracked regclass) returns void language plpgsql as $$
begin
  execute format('create trigger track_changes before insert or update on %s for each row execute function kit_touch_changed_at()', tracked);
end $$;

-- Nothing that is still to be committed carries a changed_at before the instant this returns. The clock is read first, then the running transactions. One that
-- is seen began at its xact_start and stamps rows later than that. One that is not seen either ended (then the snapshot of the list's query, which is taken
-- after this, sees its rows) or will report itself later than the clock was read (then it stamps later than that).
create function kit_read_watermark() returns timestamptz language plpgsql volatile as $$
declare
  now_read timestamptz := clock_timestamp();
  oldest   timestamptz;
begin
  perform pg_stat_clear_snapshot();
  select min(xact_start) into oldest from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid();
  return least(now_read, oldest);
end $$;
