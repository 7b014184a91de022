-- What a programme asks and gives has versions, each in force from a moment on. What was decided under one stays explainable by it: a version is never altered.
create table programme_version (
  id                       uuid        primary key,
  programme_id             uuid        not null references programme (id),
  number                   int         not null check (number > 0),
  valid_from               timestamptz not null,
  name                     text        not null check (length(name) between 1 and 120),
  description              text        not null check (length(description) <= 1000),
  takes_applications_until date,
  lead_window_opens_at     timestamptz,
  lead_window_closes_at    timestamptz,
  lead_leaders_required    int         check (lead_leaders_required between 1 and 3),
  made_at                  timestamptz not null,
  made_by                  text        not null,
  approved_by              text        check (approved_by <> made_by),
  change_id                uuid,
  reason                   text        check (length(reason) between 1 and 500),
  cancelled_at             timestamptz,
  cancelled_by             text,
  constraint programme_version_once unique (programme_id, number),
  constraint programme_version_lead_window check (lead_window_opens_at < lead_window_closes_at
    and (lead_window_opens_at is null) = (lead_window_closes_at is null) and (lead_window_opens_at is null) = (lead_leaders_required is null)),
  constraint programme_version_cancelled check ((cancelled_at is null) = (cancelled_by is null) and cancelled_at < valid_from)
);
comment on table programme_version is 'What a programme asks and gives from a moment on. Of those that have begun and were not cancelled, the highest number is in force.';
comment on column programme_version.number is 'Counts the versions of a programme from 1.';
comment on column programme_version.valid_from is 'From when it is in force: the moment it was made, or midnight (Europe/London) of a day to come. Never before it was made.';
comment on column programme_version.takes_applications_until is 'Last day (Europe/London) on which an application may be submitted; null while no end is set.';
comment on column programme_version.lead_window_opens_at is 'From when schools and trusts may apply to lead a hub; null where nobody may.';
comment on column programme_version.lead_leaders_required is 'How many senior leaders an application to lead names.';
comment on column programme_version.made_by is 'Who asked for it: subject of the token.';
comment on column programme_version.approved_by is 'The second person, where one was needed.';
comment on column programme_version.change_id is 'The change that it came from; null for those that were shipped or made with the programme.';
comment on column programme_version.reason is 'Why, in the words of whoever asked; never journaled.';
comment on column programme_version.cancelled_at is 'When it was cancelled; only possible before it was in force.';
-- Set by the database, so that no way around the service alters a version either.
create function programme_version_is_immutable() returns trigger language plpgsql as $$
begin
  if old.cancelled_at is not null or (to_jsonb(new) - 'cancelled_at' - 'cancelled_by') <> (to_jsonb(old) - 'cancelled_at' - 'cancelled_by') then
    raise exception 'a version of a programme is not altered';
  end if;
  return new;
end $$;

-- The three that were shipped are version 1, in force since before anyone could apply through this catalogue.
insert into programme_version (id, programme_id, number, valid_from, name, description, takes_applications_until, lead_window_opens_at, lead_window_closes_at,
                               lead_leaders_required, made_at, made_by)
select uuidv7(), id, 1, '2021-01-01T00:00:00Z', name, description, takes_applications_until, lead_window_opens_at, lead_window_closes_at, lead_leaders_required,
       created_at, 'system:applications-service'
from programme;

alter table pathway add column version_id uuid references programme_version (id), add column support_days int check (support_days > 0);
update pathway w set version_id = v.id from programme_version v where v.programme_id = w.programme_id;
alter table pathway drop constraint pathway_pkey, drop constraint pathway_programme_id_position_key, drop column programme_id, alter column version_id set not null,
  add primary key (version_id, code), add constraint pathway_position unique (version_id, position),
  add constraint pathway_extension_within_length check (extension_months <= length_months),
  add constraint pathway_one_way_to_accept check (not (automatic_acceptance and (second_person or entry = 'SELECTION'))),
  add constraint pathway_selected_are_invited check (not (entry = 'SELECTION' and expressions_of_interest));
comment on column pathway.version_id is 'The version of the programme that says so.';
comment on column pathway.support_days is 'Days of support from the lead, an allowance that is never exceeded; null where none is set.';
update pathway set support_days = 10 where code = 'enhanced';

alter table programme_subject add column version_id uuid references programme_version (id);
update programme_subject s set version_id = v.id from programme_version v where v.programme_id = s.programme_id;
alter table programme_subject drop constraint programme_subject_pkey, drop column programme_id, alter column version_id set not null, add primary key (version_id, subject);

alter table programme
  drop constraint programme_lead_window,
  drop column name, drop column description, drop column takes_applications_until,
  drop column lead_window_opens_at, drop column lead_window_closes_at, drop column lead_leaders_required,
  add column state            text not null default 'PUBLISHED' check (state in ('DRAFT', 'PUBLISHED', 'CLOSED', 'REPLACED')),
  add column closed_on        date,
  add column replaced_on      date,
  add column version_in_force int  not null default 1 check (version_in_force > 0),
  add constraint programme_closed_on check ((closed_on is not null) <= (state in ('CLOSED', 'REPLACED')) and (state = 'CLOSED') <= (closed_on is not null)),
  add constraint programme_replaced_on check ((replaced_on is not null) <= (replaced_by is not null) and (state = 'REPLACED') <= (replaced_on is not null));
alter table programme alter column state drop default;
alter table programme alter column version_in_force drop default;
comment on column programme.state is 'DRAFT is seen by those who make it; PUBLISHED takes applications; CLOSED takes none; REPLACED takes none and has a successor. What runs goes on to its end in each.';
comment on column programme.replaced_by is 'Code of the programme that takes its place; known before the day is, where replaced_on is null.';
comment on column programme.closed_on is 'First day (Europe/London) on which it took no applications by closure.';
comment on column programme.replaced_on is 'First day (Europe/London) of the successor alone.';
comment on column programme.version_in_force is 'Number of the version that was published last as being in force.';

create trigger programme_version_immutable before update on programme_version for each row execute function programme_version_is_immutable();
grant select, insert, update (cancelled_at, cancelled_by) on programme_version to "${app_role}";
grant insert on pathway, programme_subject to "${app_role}";
-- A cohort's pathways may gain places, and a pathway nobody applied for may go; the foreign key of applications holds the others.
grant update, delete on cohort_pathway to "${app_role}";

-- Changes of what exists, and the second person for what is open.
create table programme_change (
  id              uuid        primary key,
  version         bigint      not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null default clock_timestamp(),
  programme_id    uuid        not null references programme (id),
  cohort          text        check (length(cohort) <= 40),
  kind            text        not null check (kind in ('TERMS', 'COHORT', 'CLOSURE', 'REPLACEMENT')),
  state           text        not null check (state in ('PROPOSED', 'APPLIED', 'REJECTED', 'WITHDRAWN')),
  second_person   boolean     not null,
  valid_from      date,
  before          jsonb       not null check (jsonb_typeof(before) = 'object'),
  after           jsonb       not null check (jsonb_typeof(after) = 'object'),
  rulings         jsonb       not null check (jsonb_typeof(rulings) = 'array'),
  reason          text        not null check (length(reason) between 1 and 500),
  made_by         text        not null,
  decided_by      text,
  decided_at      timestamptz,
  decision_reason text        check (length(decision_reason) between 1 and 500),
  constraint programme_change_of_cohort check ((kind = 'COHORT') = (cohort is not null)),
  constraint programme_change_two_persons check (decided_by is null or (state = 'WITHDRAWN') = (decided_by = made_by)),
  constraint programme_change_decided check ((decided_by is null) = (decided_at is null) and (decided_by is not null) = (second_person and state <> 'PROPOSED')
                                             and second_person >= (state <> 'APPLIED'))
);
comment on table programme_change is 'Every change of a programme or cohort: before, after, who, when, why. One of what is open waits as PROPOSED for a second person.';
comment on column programme_change.cohort is 'Code of the cohort that it changes; null where it changes the programme.';
comment on column programme_change.second_person is 'Whether it needed a second person.';
comment on column programme_change.valid_from is 'First day (Europe/London) of the new terms; null for at once.';
comment on column programme_change.before is 'What it was made from. Where this is no longer so, the change is stale and cannot be approved.';
comment on column programme_change.rulings is 'What the rules said of each field when the change was made or proposed.';
comment on column programme_change.reason is 'Why, in the words of whoever asked; never journaled.';
comment on column programme_change.decided_by is 'Who approved or rejected it (another person), or withdrew it (the same).';
select kit_track_changes('programme_change');
create index programme_change_changes on programme_change (changed_at, id);
create index programme_change_of_programme on programme_change (programme_id, id);
grant select, insert, update (version, state, decided_by, decided_at, decision_reason) on programme_change to "${app_role}";
alter table programme_version add constraint programme_version_of_change foreign key (change_id) references programme_change (id) deferrable initially deferred;

-- The service looks for a circle before it sets a successor; this holds it, whoever writes.
create function programme_replacement_is_no_circle() returns trigger language plpgsql as $$
begin
  if exists (with recursive successor (code) as (
               select new.replaced_by
               union
               select p.replaced_by from programme p join successor s on p.code = s.code where p.replaced_by is not null)
             select from successor where code = new.code) then
    raise exception 'programme % would come to replace itself', new.code using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger programme_no_circle after insert or update of replaced_by on programme
  for each row when (new.replaced_by is not null) execute function programme_replacement_is_no_circle();
