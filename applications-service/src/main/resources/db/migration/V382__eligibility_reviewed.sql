-- What a person looked at and let stand: the same finding of a later day is no new task.
alter table application add column eligibility_reviewed text check (eligibility_reviewed in ('NOT_ELIGIBLE', 'MANUAL_REVIEW'));
comment on column application.eligibility_reviewed is 'What the rules said since submission and a person of the programme team let stand; null where nobody has, or the rules say otherwise again.';
