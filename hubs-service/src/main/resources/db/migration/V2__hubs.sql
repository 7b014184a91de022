create table hub (
  id                           uuid primary key,
  version                      bigint not null,
  created_at                   timestamptz not null,
  changed_at                   timestamptz not null default clock_timestamp(),
  name                         text not null check (char_length(name) between 1 and 200),
  programme                    text not null check (programme ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  lead_urn                     text not null references lead_school (urn),
  phases                       text[] not null check (cardinality(phases) > 0
                                 and phases <@ array['NURSERY', 'PRIMARY', 'SECONDARY', 'ALL_THROUGH', 'SIXTEEN_PLUS', 'NOT_APPLICABLE']),
  provisions                   text[] not null check (provisions <@ array['MAINSTREAM', 'SPECIAL', 'ALTERNATIVE_PROVISION', 'COLLEGE']),
  region                       text check (region ~ '^[A-Z]$'),
  virtual                      boolean not null,
  state                        text not null check (state in ('PREPARING', 'ANNOUNCED', 'OPEN', 'CLOSED')),
  has_capacity_and_is_willing  boolean not null default false,
  no_conflict_of_interest      boolean not null default false,
  can_be_paid                  boolean not null default false,
  due_diligence_at             timestamptz,
  due_diligence_notes          text check (char_length(due_diligence_notes) <= 4000),
  effective_on                 date not null,
  closure_reason               text,
  check (state not in ('ANNOUNCED', 'OPEN') or (has_capacity_and_is_willing and no_conflict_of_interest and can_be_paid)),
  check ((state = 'CLOSED') = (closure_reason is not null))
);
create index hub_by_lead on hub (lead_urn);
create index hub_by_programme on hub (programme, state);
create index hub_by_change on hub (changed_at, id);
select kit_track_changes('hub');

comment on table hub is 'A hub: a lead school that supports partner schools in one programme.';
comment on column hub.version is 'Counts changes, for the ETag.';
comment on column hub.changed_at is 'When the row, or something shown with it (places, the lead''s name), last changed.';
comment on column hub.name is 'Name in the public directory.';
comment on column hub.programme is 'Code of the programme in the catalogue.';
comment on column hub.lead_urn is 'URN of the school that leads the hub; who leads is a fact of this service.';
comment on column hub.phases is 'Phases of education served.';
comment on column hub.provisions is 'Kinds of setting served; empty means all.';
comment on column hub.region is 'GOR code of the region; the lead''s unless given.';
comment on column hub.virtual is 'Whether the hub meets online.';
comment on column hub.state is 'PREPARING, ANNOUNCED, OPEN, CLOSED.';
comment on column hub.has_capacity_and_is_willing is 'Due diligence: the lead has capacity and is willing.';
comment on column hub.no_conflict_of_interest is 'Due diligence: no conflict of interest.';
comment on column hub.can_be_paid is 'Due diligence: the lead can be paid.';
comment on column hub.due_diligence_at is 'When due diligence was last recorded.';
comment on column hub.due_diligence_notes is 'Notes of the programme team; shown to the team, DfE and auditors only.';
comment on column hub.effective_on is 'Day (Europe/London) since when the hub is in its state.';
comment on column hub.closure_reason is 'Code of the reason for closing.';

create table hub_place (
  hub_id  uuid not null references hub (id),
  pathway text not null check (pathway ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  cohort  text not null check (cohort ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  places  integer not null check (places between 0 and 10000),
  held    integer not null default 0,
  primary key (hub_id, pathway, cohort),
  constraint hub_place_never_over check (held between 0 and places)
);

comment on table hub_place is 'Places of a hub for one pathway in one cohort. Taken by one conditional update, so the last place goes to exactly one of many.';
comment on column hub_place.hub_id is 'The hub.';
comment on column hub_place.pathway is 'Code of the pathway.';
comment on column hub_place.cohort is 'Code of the cohort.';
comment on column hub_place.places is 'How many schools can be members at once; never below what is held. A closed hub offers no more than it holds.';
comment on column hub_place.held is 'How many memberships are proposed, confirmed or active.';

-- The directory shows places left and the lead's name, so a change of either is a change of the hub for those who read incrementally.
create function hub_shown_places_changed() returns trigger language plpgsql as $$
begin
  update hub set changed_at = now() where id = new.hub_id;
  return null;
end $$;
create trigger hub_shown_places_changed after insert or update on hub_place for each row execute function hub_shown_places_changed();

create function hub_shown_lead_changed() returns trigger language plpgsql as $$
begin
  update hub set changed_at = now() where lead_urn = new.urn;
  return null;
end $$;
create trigger hub_shown_lead_changed after update on lead_school for each row when (old.name is distinct from new.name) execute function hub_shown_lead_changed();

grant select, insert, update on hub, hub_place to "${app_role}";
