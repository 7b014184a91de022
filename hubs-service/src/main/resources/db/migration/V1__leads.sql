-- What this service knows of schools that can lead a hub, from the register's events (schools.v1). Rebuilt from the topic at any time, so it is not journaled.
create table lead_school (
  urn        text primary key check (urn ~ '^[1-9][0-9]{4,5}$'),
  name       text not null check (char_length(name) between 1 and 300),
  status     text not null check (status in ('OPEN', 'CLOSED', 'OPEN_PROPOSED_TO_CLOSE', 'PROPOSED_TO_OPEN')),
  phase      text not null check (phase in ('NURSERY', 'PRIMARY', 'SECONDARY', 'ALL_THROUGH', 'SIXTEEN_PLUS', 'NOT_APPLICABLE')),
  provision  text not null check (provision in ('MAINSTREAM', 'SPECIAL', 'ALTERNATIVE_PROVISION', 'COLLEGE')),
  region     text check (region ~ '^[A-Z]$'),
  trust_uid  text check (trust_uid ~ '^[1-9][0-9]{0,5}$'),
  easting    integer check (easting between 0 and 700000),
  northing   integer check (northing between 0 and 1300000),
  updated_at timestamptz not null,
  check ((easting is null) = (northing is null))
);

comment on table lead_school is 'Schools as the register last described them; one of them leads each hub.';
comment on column lead_school.urn is 'Unique Reference Number in GIAS.';
comment on column lead_school.name is 'Name in the register.';
comment on column lead_school.status is 'Status in the register; only an open school can be given a hub.';
comment on column lead_school.phase is 'Phase of education, middle schools as deemed.';
comment on column lead_school.provision is 'Kind of setting.';
comment on column lead_school.region is 'GOR code of the region; null where the register has none.';
comment on column lead_school.trust_uid is 'Group UID of its trust; null without one. A hub takes no school of its lead''s trust unless overridden.';
comment on column lead_school.easting is 'British National Grid, metres; null where the register has none.';
comment on column lead_school.northing is 'British National Grid, metres; null where the register has none.';
comment on column lead_school.updated_at is 'When the event was taken in.';

grant select, insert, update on lead_school to "${app_role}";
