create table payee (
  id                uuid        primary key,
  version           bigint      not null,
  created_at        timestamptz not null,
  changed_at        timestamptz not null default clock_timestamp(),
  organisation_kind text        not null check (organisation_kind in ('SCHOOL', 'TRUST', 'LOCAL_AUTHORITY')),
  organisation_code text        not null,
  name              text        not null check (length(name) between 1 and 200),
  constraint payee_one_per_organisation unique (organisation_kind, organisation_code),
  check (case organisation_kind
    when 'SCHOOL' then organisation_code ~ '^[1-9][0-9]{4,5}$'
    when 'TRUST' then organisation_code ~ '^[1-9][0-9]{0,5}$'
    else organisation_code ~ '^[0-9]{3}$' end)
);
comment on table payee is 'An organisation that grants are paid to: a school, a trust or a local authority.';
comment on column payee.id is 'Identity, UUIDv7.';
comment on column payee.version is 'Counts changes; the ETag is made of it.';
comment on column payee.created_at is 'When it was made.';
comment on column payee.changed_at is 'When the row was last changed.';
comment on column payee.organisation_kind is 'SCHOOL, TRUST or LOCAL_AUTHORITY.';
comment on column payee.organisation_code is 'URN, trust UID or local authority code.';
comment on column payee.name is 'Name of the organisation.';
create index payee_changes on payee (changed_at, id);
select kit_track_changes('payee');
grant select, insert, update on payee to "${app_role}";

create table bank_details (
  id           uuid        primary key,
  version      bigint      not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null default clock_timestamp(),
  payee_id     uuid        not null references payee,
  latest       boolean     not null,
  change       boolean     not null,
  sealed       bytea       not null,
  key_id       text        not null check (length(key_id) between 1 and 40),
  sort_code_end text       not null check (sort_code_end ~ '^[0-9]{2}$'),
  account_end  text        not null check (account_end ~ '^[0-9]{4}$'),
  entered_by   text        not null,
  verified_by  text,
  verified_at  timestamptz,
  usable_from  timestamptz,
  constraint bank_details_second_person check (verified_by is null or verified_by <> entered_by),
  check ((verified_by is null) = (verified_at is null) and (verified_by is null) = (usable_from is null)),
  check (usable_from is null or usable_from >= verified_at)
);
create unique index bank_details_one_latest on bank_details (payee_id) where latest;
create index bank_details_by_payee on bank_details (payee_id);
comment on table bank_details is 'Where a payee is paid, each version of it. The numbers are encrypted; only their ends are readable.';
comment on column bank_details.id is 'Identity, UUIDv7.';
comment on column bank_details.version is 'Counts changes.';
comment on column bank_details.created_at is 'When they were entered.';
comment on column bank_details.changed_at is 'When the row was last changed.';
comment on column bank_details.payee_id is 'Whose they are.';
comment on column bank_details.latest is 'Whether they are the ones that count; older ones are kept as a record.';
comment on column bank_details.change is 'Whether other details had been verified before, so that a cooling-off applies.';
comment on column bank_details.sealed is 'Sort code, account number and account name: nonce and AES-GCM ciphertext, bound to this row''s id.';
comment on column bank_details.key_id is 'Which key sealed them.';
comment on column bank_details.sort_code_end is 'Last two digits of the sort code.';
comment on column bank_details.account_end is 'Last four digits of the account number.';
comment on column bank_details.entered_by is 'Opaque subject of the person who entered them.';
comment on column bank_details.verified_by is 'Opaque subject of the second person; never the one who entered them.';
comment on column bank_details.verified_at is 'When the second person verified them.';
comment on column bank_details.usable_from is 'From when they may be paid to.';
select kit_track_changes('bank_details');
grant select, insert, update on bank_details to "${app_role}";
