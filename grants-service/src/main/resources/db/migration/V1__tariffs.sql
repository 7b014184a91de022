-- A range of codes lets one exclusion constraint say "the same programme and pathway, on the same day" without an extension.
create type code_range as range (subtype = text);

create table grant_cap (
  programme  text        not null check (programme ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(programme) <= 60),
  pathway    text        not null check (pathway ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(pathway) <= 60),
  cap_pence  bigint      check (cap_pence > 0),
  updated_at timestamptz not null default now(),
  primary key (programme, pathway)
);
comment on table grant_cap is 'The most that a pathway''s grant may be: what programmes.v1 says, kept here. Shipped with the programme that pays one.';
comment on column grant_cap.programme is 'Code of the programme.';
comment on column grant_cap.pathway is 'Code of the pathway.';
comment on column grant_cap.cap_pence is 'Cap in pence; null where the pathway carries no grant.';
comment on column grant_cap.updated_at is 'When the programme was last heard of.';
grant select, insert, update on grant_cap to "${app_role}";

create table tariff (
  id             uuid        primary key,
  version        bigint      not null,
  created_at     timestamptz not null,
  changed_at     timestamptz not null default clock_timestamp(),
  programme      text        not null,
  pathway        text        not null,
  amount_pence   bigint      not null check (amount_pence > 0),
  effective_from date        not null,
  effective_to   date,
  illustrative   boolean     not null default false,
  foreign key (programme, pathway) references grant_cap,
  check (effective_to is null or effective_to >= effective_from),
  constraint tariff_no_overlap exclude using gist (
    code_range(programme, programme, '[]') with =,
    code_range(pathway, pathway, '[]') with =,
    daterange(effective_from, effective_to, '[]') with &&)
);
comment on table tariff is 'What a pathway''s grant is for applications accepted on a day. Never two for the same day.';
comment on column tariff.id is 'Identity, UUIDv7.';
comment on column tariff.version is 'Counts changes; the ETag is made of it.';
comment on column tariff.created_at is 'When it was made.';
comment on column tariff.changed_at is 'When the row was last changed.';
comment on column tariff.programme is 'Code of the programme.';
comment on column tariff.pathway is 'Code of the pathway.';
comment on column tariff.amount_pence is 'The grant in pence, one lump sum.';
comment on column tariff.effective_from is 'First day of acceptance that it is for.';
comment on column tariff.effective_to is 'Last day of acceptance that it is for; null while open.';
comment on column tariff.illustrative is 'Shipped as an example: the real amounts are not published.';
create index tariff_changes on tariff (changed_at, id);
select kit_track_changes('tariff');
grant select, insert, update on tariff to "${app_role}";

insert into grant_cap (programme, pathway, cap_pence) values
  ('behaviour-hubs', 'core', 900000), ('behaviour-hubs', 'extended', 900000), ('behaviour-hubs', 'multi-school', 900000);
insert into tariff (id, version, created_at, programme, pathway, amount_pence, effective_from, illustrative) values
  ('01935000-0000-7000-8000-000000000001', 0, '2024-11-21T00:00:00Z', 'behaviour-hubs', 'core', 480000, '2020-01-01', true),
  ('01935000-0000-7000-8000-000000000002', 0, '2024-11-21T00:00:00Z', 'behaviour-hubs', 'extended', 900000, '2020-01-01', true),
  ('01935000-0000-7000-8000-000000000003', 0, '2024-11-21T00:00:00Z', 'behaviour-hubs', 'multi-school', 780000, '2020-01-01', true);
