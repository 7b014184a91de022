-- What term calendars said before, and which import said what they say now, so that an import of calendars can be undone.

alter table term_calendar
  add column import_id uuid references register_import (id),
  add column withdrawn boolean not null default false,
  add constraint withdrawn_by_undoing check (not withdrawn or import_id is not null);
comment on column term_calendar.import_id is 'The import that said what the calendar says now; null where it was shipped or set by hand.';
comment on column term_calendar.withdrawn is 'The import that brought it was undone: there is no such calendar.';
create index term_calendar_of_import on term_calendar (import_id) where import_id is not null;

create table term_calendar_version (
  id               bigint      generated always as identity primary key,
  term_calendar_id uuid        not null references term_calendar (id),
  version          bigint      not null,
  superseded_at    timestamptz not null,
  import_id        uuid        references register_import (id),
  superseded_by    uuid        references register_import (id),
  content          jsonb       not null
);
comment on table term_calendar_version is 'What term calendars said before; append-only. A row that its own import superseded was undone.';
comment on column term_calendar_version.import_id is 'The import that said it; null where it was shipped or set by hand.';
comment on column term_calendar_version.superseded_by is 'The import that said otherwise, or that was undone; null where it was set by hand.';
create index term_calendar_version_of_calendar on term_calendar_version (term_calendar_id, id);
create index term_calendar_version_of_import on term_calendar_version (import_id) where import_id is not null;
grant select, insert on term_calendar_version to "${app_role}";
