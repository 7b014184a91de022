-- Who is told when the window of the next cohort opens. Personal data: its names and addresses stand in the contacts' tables alone.
create table expression_contact (
  contact_id    uuid primary key,
  expression_id uuid not null unique references expression_of_interest (id),
  name          text not null check (length(name) between 1 and 120),
  email         text not null check (length(email) between 3 and 254),
  role_title    text not null check (length(role_title) between 1 and 120),
  keep_until    date not null
);
comment on table expression_contact is 'The person named in an expression of interest, who is told when a window opens.';
comment on column expression_contact.contact_id is 'Stays the same while the same address is named in the expression. Other tables keep this id alone.';
comment on column expression_contact.keep_until is 'Personal data: to be erased after this day.';
create index expression_contact_expiry on expression_contact (keep_until);
create index expression_contact_address on expression_contact (lower(email));
grant select, insert, update (keep_until), delete on expression_contact to "${app_role}";

-- An expression of interest follows its school to the one that took its place, and is closed where none did.
alter table expression_of_interest
  drop constraint expression_of_interest_state_check,
  add constraint expression_of_interest_state_check check (state in ('WAITING', 'BECAME_DRAFT', 'OFFERED', 'WITHDRAWN', 'CLOSED')),
  add column first_urn text check (first_urn ~ '^[1-9][0-9]{4,5}$');
update expression_of_interest set first_urn = urn;
alter table expression_of_interest add constraint expression_first_of_school check ((first_urn is null) = (urn is null));
comment on column expression_of_interest.urn is 'The school whose it is now; changes when it follows its school to the successor.';
comment on column expression_of_interest.first_urn is 'The school that left it.';
comment on column expression_of_interest.name is 'Name of the school or trust in the register when it was left, or when it came to this school.';
