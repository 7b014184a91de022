-- A contact has a name of its own, so that others can point at a person without copying who it is.
alter table named_leader add column contact_id uuid not null default uuidv7();
alter table named_leader alter column contact_id drop default;
alter table named_leader add constraint named_leader_contact unique (contact_id);
comment on column named_leader.contact_id is 'Stays the same while the same address is named in the application. Other tables keep this id alone.';
create index named_leader_address on named_leader (lower(email));
