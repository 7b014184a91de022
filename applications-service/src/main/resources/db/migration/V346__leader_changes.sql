-- A named leader is replaced by another: that it happened is kept, who it was only for a time.

create table leader_change (
  id             uuid        primary key,
  application_id uuid        not null references application (id),
  position       int         not null check (position between 0 and 2),
  reason_code    text        not null check (reason_code in ('LEFT_THE_SCHOOL', 'CHANGED_ROLE', 'LONG_TERM_ABSENCE', 'WORKLOAD', 'NAMED_BY_MISTAKE', 'OTHER')),
  effective_on   date        not null,
  changed_by     text        not null,
  recorded_at    timestamptz not null
);
comment on table leader_change is 'That a named leader of an application was replaced, when and why; never who.';
comment on column leader_change.application_id is 'The application.';
comment on column leader_change.position is 'Which of the named leaders, counted from 0.';
comment on column leader_change.reason_code is 'Structured reason.';
comment on column leader_change.effective_on is 'Day from which the new leader stands in, Europe/London.';
comment on column leader_change.changed_by is 'Opaque subject of who told it.';
comment on column leader_change.recorded_at is 'When it was told.';
create index leader_change_of_application on leader_change (application_id, recorded_at);
grant select, insert on leader_change to "${app_role}";

create table former_leader (
  change_id      uuid not null primary key references leader_change (id),
  application_id uuid not null references application (id),
  name           text not null check (length(name) between 1 and 120),
  email          text not null check (length(email) between 3 and 254),
  role_title     text not null check (length(role_title) between 1 and 120),
  keep_until     date not null
);
comment on table former_leader is 'People who were named leaders and were replaced; personal data, erased after their time.';
comment on column former_leader.change_id is 'The change that replaced them.';
comment on column former_leader.application_id is 'The application that named them.';
comment on column former_leader.name is 'Name as it was given.';
comment on column former_leader.email is 'E-mail address as it was given.';
comment on column former_leader.role_title is 'Position at the school.';
comment on column former_leader.keep_until is 'Personal data: to be erased after this day.';
create index former_leader_expiry on former_leader (keep_until);
create index former_leader_of_application on former_leader (application_id);
grant select, insert, delete on former_leader to "${app_role}";
