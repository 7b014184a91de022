create table membership (
  id               uuid primary key,
  version          bigint not null,
  created_at       timestamptz not null,
  changed_at       timestamptz not null default clock_timestamp(),
  application_id   uuid not null references pool_entry (application_id),
  hub_id           uuid not null,
  hub_name         text not null,
  lead_urn         text not null,
  programme        text not null,
  pathway          text not null,
  cohort           text not null,
  cohort_starts_on date not null,
  cohort_ends_on   date not null,
  urn              text not null,
  school_name      text not null,
  la_code          text,
  trust_uid        text,
  accepted_on      date not null,
  state            text not null check (state in ('PROPOSED', 'CONFIRMED', 'ACTIVE', 'REFUSED', 'WITHDRAWN', 'COMPLETED')),
  effective_on     date not null,
  proposed_on      date not null,
  confirmed_on     date,
  activated_on     date,
  refused_on       date,
  withdrawn_on     date,
  completed_on     date,
  reason_code      text,
  refusal_text     text check (char_length(refusal_text) <= 2000),
  override_reason  text check (char_length(override_reason) <= 2000),
  explanation      jsonb not null,
  foreign key (hub_id, pathway, cohort) references hub_place (hub_id, pathway, cohort),
  check (state <> 'ACTIVE' or activated_on is not null),
  check ((state = 'REFUSED') = (refused_on is not null)),
  check (state <> 'WITHDRAWN' or withdrawn_on is not null),
  check ((state = 'COMPLETED') = (completed_on is not null and (withdrawn_on is null or completed_on < withdrawn_on)))
);
create unique index membership_one_live_per_application on membership (application_id) where state in ('PROPOSED', 'CONFIRMED', 'ACTIVE');
create index membership_by_application on membership (application_id);
create index membership_by_hub on membership (hub_id, state);
create index membership_by_urn on membership (urn);
create index membership_by_trust on membership (trust_uid);
create index membership_by_lead on membership (lead_urn);
create index membership_by_change on membership (changed_at, id);
select kit_track_changes('membership');

comment on table membership is 'A school''s place in a hub, from proposal to its end. While proposed, confirmed or active it holds one place.';
comment on column membership.version is 'Counts changes, for the ETag.';
comment on column membership.changed_at is 'When the row last changed.';
comment on column membership.application_id is 'The application; one live membership at a time.';
comment on column membership.hub_id is 'The hub.';
comment on column membership.hub_name is 'Its name when the school was placed.';
comment on column membership.lead_urn is 'URN of the hub''s lead school.';
comment on column membership.programme is 'Code of the programme.';
comment on column membership.pathway is 'Code of the pathway.';
comment on column membership.cohort is 'Code of the cohort.';
comment on column membership.cohort_starts_on is 'First day of the cohort.';
comment on column membership.cohort_ends_on is 'Last day of the cohort.';
comment on column membership.urn is 'URN of the partner school.';
comment on column membership.school_name is 'Its name when accepted.';
comment on column membership.la_code is 'Its local authority when accepted.';
comment on column membership.trust_uid is 'Its trust when accepted; null without one.';
comment on column membership.accepted_on is 'Day the application was accepted.';
comment on column membership.state is 'PROPOSED, CONFIRMED, ACTIVE, REFUSED, WITHDRAWN, COMPLETED.';
comment on column membership.effective_on is 'Day (Europe/London) since when the membership is in its state.';
comment on column membership.proposed_on is 'Day of the proposal.';
comment on column membership.confirmed_on is 'Day the programme team confirmed.';
comment on column membership.activated_on is 'Day the lead accepted.';
comment on column membership.refused_on is 'Day the lead refused.';
comment on column membership.withdrawn_on is 'Day from which it is withdrawn. Kept when the plan turns out to have been completed before it.';
comment on column membership.completed_on is 'Day the plan was completed. Decides against withdrawn_on by date, whichever was known first.';
comment on column membership.reason_code is 'Code of the reason of a refusal or withdrawal.';
comment on column membership.refusal_text is 'The lead''s words on refusing; never in the journal.';
comment on column membership.override_reason is 'The programme team''s words on placing against the rule; never in the journal.';
comment on column membership.explanation is 'Why this hub and none of the others, as the rules saw it then.';

grant select, insert, update on membership to "${app_role}";
