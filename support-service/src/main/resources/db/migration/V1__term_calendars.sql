-- This service's own record of term calendars, kept from calendars.v1: what due dates are counted by.

create table term_calendar (
    id            uuid primary key,
    la_code       text check (la_code ~ '^[0-9]{3}$'),
    academic_year text not null check (academic_year ~ '^20[0-9]{2}/[0-9]{2}$'),
    version       bigint not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null default clock_timestamp(),
    constraint term_calendar_one_per_year unique nulls not distinct (la_code, academic_year)
);
comment on table term_calendar is 'The latest state of each term calendar in calendars.v1';
comment on column term_calendar.id is 'UUIDv7 given here';
comment on column term_calendar.la_code is 'Local authority, 3 digits; null for the national default';
comment on column term_calendar.academic_year is 'Written 2025/26';
comment on column term_calendar.version is 'Optimistic lock';
comment on column term_calendar.created_at is 'When the calendar first arrived';
comment on column term_calendar.changed_at is 'When the row last changed';

create table term (
    calendar_id         uuid not null references term_calendar (id) on delete cascade,
    name                text not null check (name in ('AUTUMN', 'SPRING', 'SUMMER')),
    starts_on           date not null,
    half_term_starts_on date,
    half_term_ends_on   date,
    ends_on             date not null,
    primary key (calendar_id, name),
    check (starts_on <= ends_on),
    check ((half_term_starts_on is null) = (half_term_ends_on is null)),
    check (half_term_starts_on is null or (starts_on < half_term_starts_on and half_term_starts_on <= half_term_ends_on and half_term_ends_on < ends_on))
);
comment on table term is 'The terms of a calendar';
comment on column term.calendar_id is 'The calendar it belongs to';
comment on column term.name is 'Which of the three terms';
comment on column term.starts_on is 'First day of term';
comment on column term.half_term_starts_on is 'First day of the half-term holiday, null without one';
comment on column term.half_term_ends_on is 'Last day of the half-term holiday, null without one';
comment on column term.ends_on is 'Last day of term';

select kit_track_changes('term_calendar');
grant select, insert, update on term_calendar to "${app_role}";
-- A calendar that is published again replaces its terms.
grant select, insert, update, delete on term to "${app_role}";
