-- People who are named in applications. Their names and addresses stand here alone: not in the journal, not in events, not in logs.

create table named_leader (
  application_id uuid not null references application (id),
  position       int  not null check (position between 0 and 2),
  name           text not null check (length(name) between 1 and 120),
  email          text not null check (length(email) between 3 and 254),
  role_title     text not null check (length(role_title) between 1 and 120),
  keep_until     date not null,
  primary key (application_id, position),
  constraint named_leader_once unique (application_id, email)
);
comment on table named_leader is 'Senior leaders named in an application.';
comment on column named_leader.keep_until is 'Personal data: to be erased after this day.';
create index named_leader_expiry on named_leader (keep_until);

grant select, insert, delete on named_leader to "${app_role}";
