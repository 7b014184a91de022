-- A hub follows its lead school to the one that took its place.
alter table lead_school add column successor_urn text check (successor_urn ~ '^[1-9][0-9]{4,5}$');
comment on column lead_school.successor_urn is 'The one open school that followed it; null while it is open, and where none or several did.';
create index lead_school_by_successor on lead_school (successor_urn) where successor_urn is not null;
create index membership_live_by_hub on membership (hub_id, urn) where state in ('PROPOSED', 'CONFIRMED', 'ACTIVE');
