create table payment_run (
  id            uuid        primary key,
  version       bigint      not null,
  created_at    timestamptz not null,
  changed_at    timestamptz not null default clock_timestamp(),
  programme     text        not null,
  payment_date  date        not null,
  state         text        not null check (state in ('PREPARED', 'APPROVED', 'RELEASED', 'COMPLETED', 'CANCELLED')),
  payments      integer     not null check (payments > 0),
  total_pence   bigint      not null check (total_pence > 0),
  prepared_by   text        not null,
  approved_by   text,
  approved_at   timestamptz,
  released_by   text,
  released_at   timestamptz,
  completed_at  timestamptz,
  cancelled_at  timestamptz,
  constraint payment_run_second_person check (approved_by is null or approved_by <> prepared_by),
  constraint payment_run_released_by_another check (released_by is null or released_by <> prepared_by),
  check ((approved_by is null) = (approved_at is null) and (released_by is null) = (released_at is null)),
  check (state not in ('APPROVED', 'RELEASED', 'COMPLETED') or approved_at is not null),
  check (state not in ('RELEASED', 'COMPLETED') or released_at is not null),
  check ((state = 'COMPLETED') = (completed_at is not null) and (state = 'CANCELLED') = (cancelled_at is not null)),
  check (cancelled_at is null or released_at is null)
);
comment on table payment_run is 'Awards that are paid together: prepared by one person, approved by another, released once.';
comment on column payment_run.id is 'Identity, UUIDv7; without dashes it is the message id at the bank.';
comment on column payment_run.version is 'Counts changes; the ETag is made of it.';
comment on column payment_run.created_at is 'When it was prepared.';
comment on column payment_run.changed_at is 'When the row was last changed.';
comment on column payment_run.programme is 'Code of the programme.';
comment on column payment_run.payment_date is 'When the bank is asked to pay.';
comment on column payment_run.state is 'Where it stands.';
comment on column payment_run.payments is 'Number of payments.';
comment on column payment_run.total_pence is 'Sum of the payments in pence.';
comment on column payment_run.prepared_by is 'Opaque subject of the person who prepared it.';
comment on column payment_run.approved_by is 'Opaque subject of the person who approved it; never the preparer.';
comment on column payment_run.approved_at is 'When it was approved.';
comment on column payment_run.released_by is 'Opaque subject of the person who released it; never the preparer.';
comment on column payment_run.released_at is 'When it was released to the bank.';
comment on column payment_run.completed_at is 'When the bank''s result was recorded.';
comment on column payment_run.cancelled_at is 'When it was cancelled.';
create index payment_run_changes on payment_run (changed_at, id);
select kit_track_changes('payment_run');
grant select, insert, update on payment_run to "${app_role}";

create table payment (
  id              uuid        primary key,
  version         bigint      not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null default clock_timestamp(),
  run_id          uuid        not null references payment_run,
  award_id        uuid        not null references award,
  payee_id        uuid        not null references payee,
  bank_details_id uuid        not null references bank_details,
  end_to_end_id   text        not null check (end_to_end_id ~ '^[0-9a-f]{32}$'),
  amount_pence    bigint      not null check (amount_pence > 0),
  state           text        not null check (state in ('IN_RUN', 'PAID', 'RETURNED', 'CANCELLED')),
  result_reason   text        check (length(result_reason) <= 35),
  unique (run_id, award_id),
  check (end_to_end_id = replace(award_id::text, '-', ''))
);
-- An award is in at most one live run, and is paid at most once, whatever the code does.
create unique index payment_one_live_run on payment (award_id) where state in ('IN_RUN', 'PAID');
create index payment_by_run on payment (run_id, id);
comment on table payment is 'One award''s payment in a run.';
comment on column payment.id is 'Identity, UUIDv7.';
comment on column payment.version is 'Counts changes.';
comment on column payment.created_at is 'When it was put into the run.';
comment on column payment.changed_at is 'When the row was last changed.';
comment on column payment.run_id is 'The run.';
comment on column payment.award_id is 'The award that it pays.';
comment on column payment.payee_id is 'Who is paid.';
comment on column payment.bank_details_id is 'The bank details it was prepared with; approval and release require that they are still the ones.';
comment on column payment.end_to_end_id is 'Names the payment at the bank: the award''s id without dashes.';
comment on column payment.amount_pence is 'Pence.';
comment on column payment.state is 'IN_RUN, PAID, RETURNED or CANCELLED.';
comment on column payment.result_reason is 'The bank''s reason code.';
create index payment_changes on payment (changed_at, id);
select kit_track_changes('payment');
grant select, insert, update on payment to "${app_role}";

create table payment_left_out (
  run_id   uuid not null references payment_run,
  award_id uuid not null references award,
  reason   text not null check (length(reason) <= 60),
  primary key (run_id, award_id)
);
comment on table payment_left_out is 'Payable awards that a run could not take, and why.';
comment on column payment_left_out.run_id is 'The run.';
comment on column payment_left_out.award_id is 'The award that was left out.';
comment on column payment_left_out.reason is 'NO_BANK_DETAILS, NOT_VERIFIED or COOLING_OFF.';
grant select, insert on payment_left_out to "${app_role}";

create table payment_file (
  run_id  uuid        not null references payment_run,
  format  text        not null check (format in ('pain.001')),
  made_at timestamptz not null,
  sha256  text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sealed  bytea       not null,
  key_id  text        not null,
  primary key (run_id, format)
);
comment on table payment_file is 'The file given to the bank, made once at approval and kept: the same bytes for ever. Encrypted, as it holds bank details.';
comment on column payment_file.run_id is 'The run.';
comment on column payment_file.format is 'pain.001';
comment on column payment_file.made_at is 'When it was made.';
comment on column payment_file.sha256 is 'SHA-256 of the file before encryption, hexadecimal.';
comment on column payment_file.sealed is 'Nonce and AES-GCM ciphertext, bound to run and format.';
comment on column payment_file.key_id is 'Which key sealed it.';
grant select, insert on payment_file to "${app_role}";
