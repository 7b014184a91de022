create table award (
  id                uuid        primary key,
  version           bigint      not null,
  created_at        timestamptz not null,
  changed_at        timestamptz not null default clock_timestamp(),
  application_id    uuid        not null constraint award_one_per_application unique,
  membership_id     uuid        not null,
  urn               text        check (urn ~ '^[1-9][0-9]{4,5}$'),
  trust_uid         text        check (trust_uid ~ '^[1-9][0-9]{0,5}$'),
  la_code           text        check (la_code ~ '^[0-9]{3}$'),
  programme         text        not null,
  pathway           text        not null,
  cohort            text        not null,
  cohort_ends_on    date        not null,
  accepted_on       date        not null,
  tariff_id         uuid        not null references tariff,
  amount_pence      bigint      not null check (amount_pence > 0),
  financial_year    text        not null check (financial_year ~ '^20[0-9]{2}/[0-9]{2}$'),
  state             text        not null check (state in ('WAITING_FOR_BUDGET', 'RESERVED', 'OFFERED', 'ACCEPTED', 'PAYABLE', 'IN_RUN', 'PAID', 'HELD', 'CANCELLED')),
  commitment        integer     not null check (commitment >= 0),
  conditions        text[],
  permitted_use     text        check (length(permitted_use) <= 2000),
  offered_at        timestamptz,
  payee_id          uuid        references payee,
  agreed_at         timestamptz,
  plan_completed_on date,
  withdrawn_on      date,
  reason_code       text        check (length(reason_code) <= 60),
  check (urn is not null or trust_uid is not null),
  check ((payee_id is null) = (agreed_at is null)),
  check (state not in ('ACCEPTED', 'PAYABLE', 'IN_RUN', 'PAID', 'HELD') or (payee_id is not null and offered_at is not null)),
  check (state not in ('PAYABLE', 'IN_RUN', 'PAID') or plan_completed_on is not null)
);
create index award_queue on award (programme, financial_year, accepted_on, id) where state = 'WAITING_FOR_BUDGET';
create index award_payable on award (programme, id) where state = 'PAYABLE';
create index award_by_urn on award (urn, id);
create index award_by_trust on award (trust_uid, id);
create index award_changes on award (changed_at, id);
comment on table award is 'The one grant of an application: a lump sum at the end of the school''s time on the programme.';
comment on column award.id is 'Identity, UUIDv7.';
comment on column award.version is 'Counts changes; the ETag is made of it.';
comment on column award.created_at is 'When it was made.';
comment on column award.changed_at is 'When the row was last changed.';
comment on column award.application_id is 'The application it is for; never two.';
comment on column award.membership_id is 'The membership that the school has now; another after a transfer.';
comment on column award.urn is 'The school; null where the partner is a whole trust.';
comment on column award.trust_uid is 'The school''s trust, or the partner trust.';
comment on column award.la_code is 'The school''s local authority.';
comment on column award.programme is 'Code of the programme.';
comment on column award.pathway is 'Code of the pathway.';
comment on column award.cohort is 'Code of the cohort.';
comment on column award.cohort_ends_on is 'When the cohort ends: payment is expected then.';
comment on column award.accepted_on is 'When the application was accepted: the tariff of that day counts.';
comment on column award.tariff_id is 'The tariff that fixed the amount.';
comment on column award.amount_pence is 'The grant in pence, fixed for good.';
comment on column award.financial_year is 'Whose budget carries it.';
comment on column award.state is 'Where it stands.';
comment on column award.commitment is 'How many times budget was committed to it: 1, more after a reinstatement.';
comment on column award.conditions is 'What the offer asks of the payee.';
comment on column award.permitted_use is 'What the grant may be spent on.';
comment on column award.offered_at is 'When it was offered.';
comment on column award.payee_id is 'Who is paid, chosen by the payee''s officer at acceptance.';
comment on column award.agreed_at is 'When the payee''s officer accepted.';
comment on column award.plan_completed_on is 'Effective date of the plan''s completion.';
comment on column award.withdrawn_on is 'Effective date of the membership''s withdrawal.';
comment on column award.reason_code is 'Why it is held or cancelled.';
select kit_track_changes('award');
grant select, insert, update on award to "${app_role}";

create table application_without_award (
  application_id uuid        primary key,
  urn            text,
  trust_uid      text,
  la_code        text,
  programme      text        not null,
  pathway        text        not null,
  accepted_on    date        not null,
  recorded_at    timestamptz not null
);
comment on table application_without_award is 'Applications for whose pathway there was no tariff on the day of acceptance: their journey ends with the plan.';
comment on column application_without_award.application_id is 'The application.';
comment on column application_without_award.urn is 'The school; null where the partner is a whole trust.';
comment on column application_without_award.trust_uid is 'Its trust.';
comment on column application_without_award.la_code is 'Its local authority.';
comment on column application_without_award.programme is 'Code of the programme.';
comment on column application_without_award.pathway is 'Code of the pathway.';
comment on column application_without_award.accepted_on is 'The day for which there was no tariff.';
comment on column application_without_award.recorded_at is 'When that was found.';
grant select, insert on application_without_award to "${app_role}";
