-- What a programme asks of those who want to lead a hub, and what a pathway asks of the decision.
alter table programme
  add column lead_window_opens_at  timestamptz,
  add column lead_window_closes_at timestamptz,
  add column lead_leaders_required int check (lead_leaders_required between 1 and 3),
  add constraint programme_lead_window check (lead_window_opens_at < lead_window_closes_at
    and (lead_window_opens_at is null) = (lead_window_closes_at is null) and (lead_window_opens_at is null) = (lead_leaders_required is null));
comment on column programme.lead_window_opens_at is 'From when schools and trusts may apply to lead a hub; null where nobody may.';
comment on column programme.lead_leaders_required is 'How many senior leaders an application to lead names.';

alter table pathway
  add column second_person           boolean not null default false,
  add column expressions_of_interest boolean not null default true;
comment on column pathway.second_person is 'Whether every decision needs a second person, also where the rules were clear.';
comment on column pathway.expressions_of_interest is 'Whether an expression of interest for the next cohort may be left when no window is open.';

update programme set lead_window_opens_at = '2025-09-01T00:00:00Z', lead_window_closes_at = '2030-08-31T22:59:59Z', lead_leaders_required = 3;
update programme set lead_leaders_required = 1 where code = 'attendance-hubs';
update pathway set expressions_of_interest = false where entry = 'SELECTION';
