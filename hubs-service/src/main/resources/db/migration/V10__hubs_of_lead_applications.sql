-- Hubs that an accepted application to lead prepares.

alter table hub
  add column application_id uuid unique,
  add column lead_trust_uid text check (lead_trust_uid ~ '^[1-9][0-9]{0,5}$'),
  add column places_wished  integer check (places_wished between 1 and 500),
  add constraint hub_of_application check (application_id is not null or (lead_trust_uid is null and places_wished is null));
comment on column hub.application_id is 'The accepted application that prepared it, once; null where the programme team did.';
comment on column hub.lead_trust_uid is 'The trust that applied to lead; null where the lead school itself did.';
comment on column hub.places_wished is 'How many partners the lead could support at a time, by its application; the programme team sets the places.';
