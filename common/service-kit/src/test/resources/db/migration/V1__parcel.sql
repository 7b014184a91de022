create table parcel (
  id         uuid        primary key,
  version    bigint      not null,
  created_at timestamptz not null,
  changed_at timestamptz not null default clock_timestamp(),
  label      text        not null,
  weight     int         not null,
  owner      text        not null,
  state      text        not null
);
create index parcel_changes on parcel (changed_at, id);
select kit_track_changes('parcel');
grant select, insert, update on parcel to "${app_role}";
