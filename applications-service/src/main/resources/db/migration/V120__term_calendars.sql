-- Term calendars. England has no national term dates: each local authority, and many schools, set their own. The national ones shipped here are an
-- illustrative default to be replaced per local authority.
create table term_calendar (
  id                      uuid        primary key,
  version                 bigint      not null,
  created_at              timestamptz not null,
  changed_at              timestamptz not null default clock_timestamp(),
  la_code                 text        check (la_code ~ '^[0-9]{3}$'),
  start_year              int         not null check (start_year between 2000 and 2099),
  illustrative            boolean     not null,
  constraint one_calendar_a_year unique nulls not distinct (la_code, start_year)
);
comment on table term_calendar is 'Term dates of an academic year: of a local authority, or the national default.';
comment on column term_calendar.la_code is 'Local authority; null for the national default.';
comment on column term_calendar.start_year is 'Calendar year in which the academic year begins on 1 September.';
comment on column term_calendar.illustrative is 'Shipped as an example, confirmed by nobody.';
create index term_calendar_changes on term_calendar (changed_at, id);
select kit_track_changes('term_calendar');
grant select, insert, update on term_calendar to "${app_role}";

create table term_calendar_term (
  term_calendar_id    uuid not null references term_calendar (id),
  term                text not null check (term in ('AUTUMN', 'SPRING', 'SUMMER')),
  starts_on           date not null,
  half_term_starts_on date not null,
  half_term_ends_on   date not null,
  ends_on             date not null,
  primary key (term_calendar_id, term),
  constraint term_in_order check (starts_on < half_term_starts_on and half_term_starts_on <= half_term_ends_on and half_term_ends_on < ends_on)
);
comment on table term_calendar_term is 'The three terms of a calendar, each with its half-term holiday; all days inclusive.';
grant select, insert, update, delete on term_calendar_term to "${app_role}";

insert into term_calendar (id, version, created_at, la_code, start_year, illustrative)
  select uuidv7(), 0, now(), null, year, true from generate_series(2024, 2028) as year;

insert into term_calendar_term (term_calendar_id, term, starts_on, half_term_starts_on, half_term_ends_on, ends_on)
  select c.id, t.term, t.starts_on, t.half_term_starts_on, t.half_term_ends_on, t.ends_on
  from (values
    (2024, 'AUTUMN', date '2024-09-03', date '2024-10-28', date '2024-11-01', date '2024-12-20'),
    (2024, 'SPRING', date '2025-01-06', date '2025-02-17', date '2025-02-21', date '2025-04-04'),
    (2024, 'SUMMER', date '2025-04-22', date '2025-05-26', date '2025-05-30', date '2025-07-22'),
    (2025, 'AUTUMN', date '2025-09-01', date '2025-10-27', date '2025-10-31', date '2025-12-19'),
    (2025, 'SPRING', date '2026-01-05', date '2026-02-16', date '2026-02-20', date '2026-03-27'),
    (2025, 'SUMMER', date '2026-04-13', date '2026-05-25', date '2026-05-29', date '2026-07-21'),
    (2026, 'AUTUMN', date '2026-09-01', date '2026-10-26', date '2026-10-30', date '2026-12-18'),
    (2026, 'SPRING', date '2027-01-04', date '2027-02-15', date '2027-02-19', date '2027-03-25'),
    (2026, 'SUMMER', date '2027-04-12', date '2027-05-31', date '2027-06-04', date '2027-07-21'),
    (2027, 'AUTUMN', date '2027-09-01', date '2027-10-25', date '2027-10-29', date '2027-12-17'),
    (2027, 'SPRING', date '2028-01-04', date '2028-02-14', date '2028-02-18', date '2028-03-31'),
    (2027, 'SUMMER', date '2028-04-18', date '2028-05-29', date '2028-06-02', date '2028-07-21'),
    (2028, 'AUTUMN', date '2028-09-04', date '2028-10-23', date '2028-10-27', date '2028-12-20'),
    (2028, 'SPRING', date '2029-01-03', date '2029-02-12', date '2029-02-16', date '2029-03-29'),
    (2028, 'SUMMER', date '2029-04-16', date '2029-05-28', date '2029-06-01', date '2029-07-24')
  ) as t (start_year, term, starts_on, half_term_starts_on, half_term_ends_on, ends_on)
  join term_calendar c on c.start_year = t.start_year and c.la_code is null;

insert into journal (topic, event_key, event_type, payload, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id, aggregate_version, actor_id,
    actor_roles)
  select 'calendars.v1', 'national:' || year, 'TermCalendarUpdated',
    jsonb_build_object('laCode', null, 'academicYear', year, 'terms', terms),
    '/school-hubs/applications-service', now(), 'migration-V120', 'TermCalendar', id::text, 0, 'system:applications-service', '{}'
  from (
    select c.id, c.start_year || '/' || lpad(((c.start_year + 1) % 100)::text, 2, '0') as year,
      jsonb_agg(jsonb_build_object('term', t.term, 'startsOn', t.starts_on, 'halfTermStartsOn', t.half_term_starts_on, 'halfTermEndsOn', t.half_term_ends_on,
        'endsOn', t.ends_on) order by t.starts_on) as terms
    from term_calendar c join term_calendar_term t on t.term_calendar_id = c.id
    group by c.id, c.start_year
  ) as shipped
  order by year;
