create table ledger_transaction (
  id             uuid        primary key,
  version        bigint      not null default 0,
  created_at     timestamptz not null,
  changed_at     timestamptz not null default clock_timestamp(),
  movement       text        not null check (movement in ('COMMITTED', 'CANCELLED', 'RELEASED', 'PAID', 'RETURNED')),
  award_id       uuid        not null references award,
  commitment     integer     not null check (commitment > 0),
  run_id         uuid        references payment_run,
  programme      text        not null,
  financial_year text        not null,
  constraint ledger_movement_once unique nulls not distinct (award_id, commitment, movement, run_id),
  check ((run_id is not null) = (movement in ('RELEASED', 'PAID', 'RETURNED')))
);
create index ledger_transaction_changes on ledger_transaction (changed_at, id);
comment on table ledger_transaction is 'A movement of an award''s money. Append-only; each movement once.';
comment on column ledger_transaction.id is 'Identity, UUIDv7.';
comment on column ledger_transaction.version is 'Always 0: nothing changes here.';
comment on column ledger_transaction.created_at is 'When it was posted.';
comment on column ledger_transaction.changed_at is 'When the row was written.';
comment on column ledger_transaction.movement is 'What happened to the money.';
comment on column ledger_transaction.award_id is 'The award.';
comment on column ledger_transaction.commitment is 'Which of the award''s commitments.';
comment on column ledger_transaction.run_id is 'The payment run; null for commitments and their cancellation.';
comment on column ledger_transaction.programme is 'Code of the programme.';
comment on column ledger_transaction.financial_year is 'Whose budget it concerns.';
select kit_track_changes('ledger_transaction');

create table ledger_entry (
  transaction_id uuid     not null references ledger_transaction,
  line           smallint not null check (line > 0),
  account        text     not null check (account in ('COMMITMENTS', 'COMMITMENTS_CONTRA', 'GRANT_EXPENDITURE', 'PAYMENTS_IN_TRANSIT', 'BANK')),
  side           text     not null check (side in ('DEBIT', 'CREDIT')),
  amount_pence   bigint   not null check (amount_pence > 0),
  primary key (transaction_id, line)
);
comment on table ledger_entry is 'A line of a ledger transaction. Debits and credits of a transaction are equal at commit.';
comment on column ledger_entry.transaction_id is 'The transaction.';
comment on column ledger_entry.line is 'From 1.';
comment on column ledger_entry.account is 'Account of the chart of accounts.';
comment on column ledger_entry.side is 'DEBIT or CREDIT.';
comment on column ledger_entry.amount_pence is 'Pence, more than 0.';

create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_transaction_append_only before update or delete or truncate on ledger_transaction
  for each statement execute function ledger_refuse_change();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
  for each statement execute function ledger_refuse_change();

create function ledger_require_balance() returns trigger language plpgsql as $$
declare
  checked uuid := case tg_table_name when 'ledger_entry' then to_jsonb(new) ->> 'transaction_id' else to_jsonb(new) ->> 'id' end;
  debits  numeric;
  credits numeric;
begin
  select coalesce(sum(amount_pence) filter (where side = 'DEBIT'), 0), coalesce(sum(amount_pence) filter (where side = 'CREDIT'), 0)
    into debits, credits from ledger_entry where transaction_id = checked;
  if debits <> credits or debits = 0 then
    raise exception 'Ledger transaction % is not balanced: debits %, credits %', checked, debits, credits using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_transaction_balanced after insert on ledger_transaction
  deferrable initially deferred for each row execute function ledger_require_balance();
create constraint trigger ledger_entry_balanced after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_require_balance();

grant select, insert on ledger_transaction, ledger_entry to "${app_role}";
