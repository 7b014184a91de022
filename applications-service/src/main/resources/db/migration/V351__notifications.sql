-- E-mail to the people named in applications: what was to be sent at which event, and what became of it. No name and no address stands here.

create table notified_application (
  id             uuid        primary key,
  version        bigint      not null,
  created_at     timestamptz not null,
  changed_at     timestamptz not null default clock_timestamp(),
  application_id uuid        not null unique,
  programme      text        check (length(programme) <= 60),
  cohort         text        check (length(cohort) <= 40),
  urn            text        check (length(urn) <= 10),
  trust_uid      text        check (length(trust_uid) <= 10),
  applicant_name text        check (length(applicant_name) <= 300)
);
comment on table notified_application is 'What events have told of an application, as far as e-mail needs it; and the version of its people''s preferences.';
comment on column notified_application.applicant_name is 'Name of the school or trust as an event gave it, for what the register does not find.';
comment on column notified_application.urn is 'The school that applied; null where a trust did.';
select kit_track_changes('notified_application');
grant select, insert, update on notified_application to "${app_role}";

create table notification_template (
  id             uuid        primary key,
  version        bigint      not null,
  created_at     timestamptz not null,
  changed_at     timestamptz not null default clock_timestamp(),
  code           text        not null unique check (code ~ '^[a-z]+(-[a-z]+)*$' and length(code) <= 60),
  event_type     text        not null check (length(event_type) <= 80),
  audience       text        not null check (audience in ('NAMED_LEADERS')),
  category       text        not null check (category in ('DECISION', 'PLACEMENT', 'GRANT', 'PROGRESS', 'NEXT_COHORT')),
  latest_number  int         not null check (latest_number >= 1)
);
comment on table notification_template is 'One e-mail at one moment. What it says stands in its versions.';
comment on column notification_template.event_type is 'The event that makes the e-mail.';
comment on column notification_template.category is 'What people may opt out of; DECISION, PLACEMENT and GRANT cannot be opted out of.';
create index notification_template_changes on notification_template (changed_at, id);
select kit_track_changes('notification_template');
grant select, update (version, latest_number) on notification_template to "${app_role}";

create table notification_template_version (
  id                   uuid        primary key,
  template_id          uuid        not null references notification_template (id),
  number               int         not null check (number >= 1),
  subject              text        not null check (length(subject) between 1 and 200 and subject !~ '[\n\r]'),
  body                 text        not null check (length(body) between 1 and 8000),
  provider_template_id uuid,
  active_from          timestamptz not null,
  created_at           timestamptz not null,
  created_by           text        not null check (length(created_by) <= 255),
  constraint notification_template_version_once unique (template_id, number)
);
comment on table notification_template_version is 'What a template says, never altered. In force is the version that came into force last; of several at one instant the one with the greatest number.';
comment on column notification_template_version.body is 'With placeholders in the form ((name)).';
comment on column notification_template_version.provider_template_id is 'Template of the provider that is to be used; null for the general one, which takes subject and body as they are here.';
grant select, insert on notification_template_version to "${app_role}";

create table notification (
  id                   uuid        primary key,
  version              bigint      not null,
  created_at           timestamptz not null,
  changed_at           timestamptz not null default clock_timestamp(),
  event_id             uuid        not null,
  event_type           text        not null check (length(event_type) <= 80),
  occurred_at          timestamptz not null,
  application_id       uuid        not null,
  template             text        not null references notification_template (code),
  template_version     int         check (template_version >= 1),
  category             text        not null check (category in ('DECISION', 'PLACEMENT', 'GRANT', 'PROGRESS', 'NEXT_COHORT')),
  recipient_contact_id uuid,
  recipient_position   int         check (recipient_position between 0 and 9),
  facts                jsonb       not null check (jsonb_typeof(facts) = 'object'),
  state                text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'SUPPRESSED')),
  reason_code          text        check (length(reason_code) <= 60),
  attempts             int         not null check (attempts >= 0),
  next_attempt_at      timestamptz,
  attempted_at         timestamptz,
  sent_at              timestamptz,
  provider             text        check (length(provider) <= 40),
  provider_reference   text        check (length(provider_reference) <= 100),
  resend_number        int         not null check (resend_number >= 0),
  resend_of            uuid        references notification (id),
  constraint notification_once unique nulls not distinct (event_id, template, recipient_contact_id, resend_number),
  constraint notification_sent check ((state = 'SENT') = (sent_at is not null) and (state = 'SENT') = (provider is not null)),
  constraint notification_waits check ((state in ('QUEUED', 'SENDING')) = (next_attempt_at is not null)),
  constraint notification_explained check (state not in ('FAILED', 'SUPPRESSED') or reason_code is not null),
  constraint notification_recipient check ((recipient_contact_id is null) = (recipient_position is null)
                                          and (recipient_contact_id is not null or state = 'SUPPRESSED')),
  constraint notification_resent check ((resend_number = 0) = (resend_of is null))
);
comment on table notification is 'One e-mail to one person at one event: queued in the transaction that remembers the event, so that it is there exactly once.';
comment on column notification.event_id is 'Id of the event that made it; with template, recipient and number of the resending it is unique.';
comment on column notification.recipient_contact_id is 'named_leader.contact_id; no foreign key, since people are erased and the record of the sending stays. Null where nobody was named.';
comment on column notification.facts is 'What the event told and the e-mail says: hub, amount, days. No personal data.';
comment on column notification.next_attempt_at is 'QUEUED: when it may be taken. SENDING: when another sender takes it over.';
comment on column notification.provider_reference is 'Id that the provider gave it. The provider knows it by our id.';
create index notification_waiting on notification (next_attempt_at, id) where state in ('QUEUED', 'SENDING');
create index notification_of_application on notification (application_id, id);
create index notification_of_recipient on notification (recipient_contact_id);
create index notification_changes on notification (changed_at, id);
create index notification_failed on notification (id) where state = 'FAILED';
select kit_track_changes('notification');
grant select, insert, update on notification to "${app_role}";

create table notification_opt_out (
  contact_id uuid        not null,
  category   text        not null check (category in ('PROGRESS', 'NEXT_COHORT')),
  chosen_by  text        not null check (chosen_by in ('PERSON', 'SCHOOL')),
  chosen_at  timestamptz not null,
  primary key (contact_id, category, chosen_by)
);
comment on table notification_opt_out is 'Who does not want which kind of optional e-mail. A person''s own choice holds for every application that names their address; a school takes back only its own.';
grant select, insert, delete on notification_opt_out to "${app_role}";

create table unsubscribe_token (
  token_hash      text        primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  notification_id uuid        not null references notification (id),
  contact_id      uuid        not null,
  category        text        not null check (category in ('PROGRESS', 'NEXT_COHORT')),
  created_at      timestamptz not null
);
comment on table unsubscribe_token is 'Links in e-mail by which a person opts out. Only the SHA-256 of the token is kept.';
create index unsubscribe_token_of_contact on unsubscribe_token (contact_id);
grant select, insert, delete on unsubscribe_token to "${app_role}";

create table recorded_email (
  id              uuid        primary key,
  version         bigint      not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null default clock_timestamp(),
  reference       uuid        not null,
  template_id     text,
  address         text        not null check (length(address) <= 254),
  subject         text        not null,
  body            text        not null,
  unsubscribe_url text,
  constraint recorded_email_once unique (reference)
);
comment on table recorded_email is 'What the recording adapter was given instead of sending it: for development and sandboxes. Personal data: deleted after some days, or with the person.';
comment on column recorded_email.reference is 'Id of the notification.';
create index recorded_email_changes on recorded_email (changed_at, id);
create index recorded_email_age on recorded_email (created_at);
select kit_track_changes('recorded_email');
grant select, insert, delete on recorded_email to "${app_role}";
