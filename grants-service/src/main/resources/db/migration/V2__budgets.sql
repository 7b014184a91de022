create table budget (
  id              uuid        primary key,
  version         bigint      not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null default clock_timestamp(),
  programme       text        not null check (programme ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(programme) <= 60),
  financial_year  text        not null check (financial_year ~ '^20[0-9]{2}/[0-9]{2}$'),
  amount_pence    bigint      not null check (amount_pence >= 0),
  committed_pence bigint      not null default 0 check (committed_pence >= 0),
  paid_pence      bigint      not null default 0 check (paid_pence >= 0),
  illustrative    boolean     not null default false,
  constraint budget_one_per_year unique (programme, financial_year),
  constraint budget_never_exceeded check (committed_pence + paid_pence <= amount_pence)
);
comment on table budget is 'What a programme may pay in a financial year. Commitments and payments together never exceed it.';
comment on column budget.id is 'Identity, UUIDv7.';
comment on column budget.version is 'Counts changes, reservations included; the ETag is made of it.';
comment on column budget.created_at is 'When it was made.';
comment on column budget.changed_at is 'When the row was last changed.';
comment on column budget.programme is 'Code of the programme.';
comment on column budget.financial_year is 'April to March, written 2026/27: the year in which payment is expected.';
comment on column budget.amount_pence is 'The budget in pence.';
comment on column budget.committed_pence is 'Promised to awards and not yet paid.';
comment on column budget.paid_pence is 'Paid, confirmed by the bank.';
comment on column budget.illustrative is 'Shipped as an example.';
create index budget_changes on budget (changed_at, id);
select kit_track_changes('budget');
grant select, insert, update on budget to "${app_role}";

insert into budget (id, version, created_at, programme, financial_year, amount_pence, illustrative) values
  ('01935000-0000-7000-8000-000000000011', 0, '2024-11-21T00:00:00Z', 'behaviour-hubs', '2025/26', 200000000, true),
  ('01935000-0000-7000-8000-000000000012', 0, '2024-11-21T00:00:00Z', 'behaviour-hubs', '2026/27', 200000000, true),
  ('01935000-0000-7000-8000-000000000013', 0, '2024-11-21T00:00:00Z', 'behaviour-hubs', '2027/28', 200000000, true),
  ('01935000-0000-7000-8000-000000000014', 0, '2024-11-21T00:00:00Z', 'behaviour-hubs', '2028/29', 200000000, true);
