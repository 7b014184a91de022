-- What a cohort offers has versions, like what its programme asks: none is ever altered.
create table cohort_version (
  id          uuid        primary key,
  cohort_id   uuid        not null references cohort (id),
  number      int         not null check (number > 0),
  terms       jsonb       not null check (jsonb_typeof(terms) = 'object'),
  made_at     timestamptz not null,
  made_by     text        not null,
  approved_by text        check (approved_by <> made_by),
  change_id   uuid        references programme_change (id),
  reason      text        check (length(reason) between 1 and 500),
  constraint cohort_version_once unique (cohort_id, number),
  constraint cohort_version_of_change check (change_id is not null or approved_by is null)
);
comment on table cohort_version is 'What a cohort offers from a moment on. The highest number is in force.';
comment on column cohort_version.number is 'Counts the versions of a cohort from 1.';
comment on column cohort_version.terms is 'Name, first day, window, and pathways with their places.';
comment on column cohort_version.made_at is 'When it came into force.';
comment on column cohort_version.made_by is 'Who asked for it: subject of the token.';
comment on column cohort_version.approved_by is 'The second person, where one was needed.';
comment on column cohort_version.change_id is 'The change that it came from; null for the first one.';
comment on column cohort_version.reason is 'Why, in the words of whoever asked; never journaled.';
grant select, insert on cohort_version to "${app_role}";

-- Those that there are: the first version is what the first change was made from, or what is; each change that was made gave another one.
create temporary table made on commit drop as
  select c.cohort, c.programme_id, c.id, c.before, c.after, c.made_by, c.decided_by, c.reason, coalesce(c.decided_at, c.created_at) as at,
    row_number() over (partition by c.programme_id, c.cohort order by coalesce(c.decided_at, c.created_at), c.id) as position
  from programme_change c where c.kind = 'COHORT' and c.state = 'APPLIED';
insert into cohort_version (id, cohort_id, number, terms, made_at, made_by)
select uuidv7(), c.id, 1, coalesce(m.before, jsonb_build_object('name', c.name, 'startsOn', c.starts_on,
         'windowOpensAt', to_char(c.window_opens_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
         'windowClosesAt', to_char(c.window_closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
         'pathways', (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'places', o.places) order by o.position), '[]') from cohort_pathway o
                      where o.cohort_id = c.id))),
       c.created_at, coalesce((select j.actor_id from journal j where j.aggregate_type = 'Cohort' and j.aggregate_id = c.id::text and j.event_type = 'CohortOpened'
                               order by j.id limit 1), 'system:applications-service')
from cohort c left join made m on m.programme_id = c.programme_id and m.cohort = c.code and m.position = 1;
insert into cohort_version (id, cohort_id, number, terms, made_at, made_by, approved_by, change_id, reason)
select uuidv7(), c.id, m.position + 1, m.after, m.at, m.made_by, m.decided_by, m.id, m.reason
from made m join cohort c on c.programme_id = m.programme_id and c.code = m.cohort;
