-- What the imports of groups, links, sharing and selection lists need beside the tables of the register: their history, what trusts were published as, and
-- for which cohort a selection list was sent.

alter table register_import
  add column selection_programme text check (length(selection_programme) <= 60),
  add column selection_pathway   text check (length(selection_pathway) <= 60),
  add column selection_cohort    text check (length(selection_cohort) <= 60),
  add constraint import_of_selection_names_cohort check (
    (kind = 'SELECTION_LIST') = (selection_programme is not null)
    and (selection_programme is null) = (selection_pathway is null)
    and (selection_programme is null) = (selection_cohort is null));
comment on column register_import.selection_programme is 'Of a selection list: the programme it selects for; null for other kinds.';
drop index same_content_once;
create unique index same_content_once
  on register_import (kind, as_at, sha256, coalesce(selection_programme, ''), coalesce(selection_pathway, ''), coalesce(selection_cohort, ''))
  where not dry_run and state not in ('FAILED', 'CANCELLED', 'UNDONE');

create table group_membership_version (
  id            bigint generated always as identity primary key,
  membership_id bigint not null references group_membership (id),
  uid           text   not null,
  urn           text   not null,
  valid_from    date   not null,
  valid_to      date   not null check (valid_to >= valid_from),
  import_id     uuid   not null references register_import (id),
  superseded_by uuid   not null references register_import (id),
  content       jsonb  not null
);
comment on table group_membership_version is 'What group_membership rows said before they were corrected or ended; append-only.';
create index group_membership_version_of_import on group_membership_version (superseded_by);
grant select, insert on group_membership_version to "${app_role}";

create table school_link_version (
  id            bigint generated always as identity primary key,
  urn           text  not null,
  link_urn      text  not null,
  link_type     text  not null,
  valid_from    date  not null,
  valid_to      date  not null check (valid_to >= valid_from),
  import_id     uuid  not null references register_import (id),
  superseded_by uuid  not null references register_import (id),
  content       jsonb not null
);
comment on table school_link_version is 'Links that a later file changed or no longer has; append-only.';
create index school_link_version_of_school on school_link_version (urn);
create index school_link_version_of_import on school_link_version (superseded_by);
grant select, insert on school_link_version to "${app_role}";

create table trust_state (
  uid        text        primary key references establishment_group (uid),
  version    bigint      not null,
  changed_at timestamptz not null default clock_timestamp(),
  state      jsonb       not null,
  import_id  uuid        not null references register_import (id)
);
comment on table trust_state is 'Each trust as it was published last. An import publishes the trusts whose state differs from it, whatever the cause: their own row, a school that joined, left, opened or closed.';
comment on column trust_state.version is 'Counts the published states, from 0.';
select kit_track_changes('trust_state');
grant select, insert, update on trust_state to "${app_role}";

alter table selection_entry
  add column school_name text        not null check (length(school_name) between 1 and 200),
  add column changed_at  timestamptz not null default clock_timestamp(),
  add column place       text        not null generated always as (lpad(rank::text, 6, '0')) stored,
  add constraint selection_entry_rank_limit check (rank <= 999999);
comment on column selection_entry.school_name is 'As the register had it when the list came in.';
comment on column selection_entry.place is 'The rank with leading zeros: its order as text is the order of priority.';
create index selection_entry_by_place on selection_entry (list_id, place);
