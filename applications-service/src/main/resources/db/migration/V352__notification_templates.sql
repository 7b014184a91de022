-- The templates that the system ships with. The programme team adds versions through the API.

insert into notification_template (id, version, created_at, code, event_type, audience, category, latest_number) values
  ('019a7000-0000-7000-8000-000000000001', 0, '2026-11-01T00:00:00Z', 'application-submitted', 'ApplicationSubmitted', 'NAMED_LEADERS', 'DECISION', 1),
  ('019a7000-0000-7000-8000-000000000002', 0, '2026-11-01T00:00:00Z', 'application-accepted', 'ApplicationAccepted', 'NAMED_LEADERS', 'DECISION', 1),
  ('019a7000-0000-7000-8000-000000000003', 0, '2026-11-01T00:00:00Z', 'application-declined', 'ApplicationDeclined', 'NAMED_LEADERS', 'DECISION', 1),
  ('019a7000-0000-7000-8000-000000000004', 0, '2026-11-01T00:00:00Z', 'application-withdrawn', 'ApplicationWithdrawn', 'NAMED_LEADERS', 'DECISION', 1),
  ('019a7000-0000-7000-8000-000000000005', 0, '2026-11-01T00:00:00Z', 'school-invited', 'SchoolInvited', 'NAMED_LEADERS', 'DECISION', 1),
  ('019a7000-0000-7000-8000-000000000006', 0, '2026-11-01T00:00:00Z', 'reconsideration-requested', 'ReconsiderationRequested', 'NAMED_LEADERS', 'DECISION', 1),
  ('019a7000-0000-7000-8000-000000000007', 0, '2026-11-01T00:00:00Z', 'expression-of-interest-drafted', 'ExpressionOfInterestBecameDraft', 'NAMED_LEADERS', 'NEXT_COHORT', 1),
  ('019a7000-0000-7000-8000-000000000008', 0, '2026-11-01T00:00:00Z', 'expression-of-interest-offered', 'ExpressionOfInterestOffered', 'NAMED_LEADERS', 'NEXT_COHORT', 1),
  ('019a7000-0000-7000-8000-000000000009', 0, '2026-11-01T00:00:00Z', 'membership-confirmed', 'MembershipConfirmed', 'NAMED_LEADERS', 'PLACEMENT', 1),
  ('019a7000-0000-7000-8000-00000000000a', 0, '2026-11-01T00:00:00Z', 'membership-activated', 'MembershipActivated', 'NAMED_LEADERS', 'PLACEMENT', 1),
  ('019a7000-0000-7000-8000-00000000000b', 0, '2026-11-01T00:00:00Z', 'membership-refused', 'MembershipRefused', 'NAMED_LEADERS', 'PLACEMENT', 1),
  ('019a7000-0000-7000-8000-00000000000c', 0, '2026-11-01T00:00:00Z', 'membership-withdrawn', 'MembershipWithdrawn', 'NAMED_LEADERS', 'PLACEMENT', 1),
  ('019a7000-0000-7000-8000-00000000000d', 0, '2026-11-01T00:00:00Z', 'plan-opened', 'PlanOpened', 'NAMED_LEADERS', 'PROGRESS', 1),
  ('019a7000-0000-7000-8000-00000000000e', 0, '2026-11-01T00:00:00Z', 'plan-completed', 'PlanCompleted', 'NAMED_LEADERS', 'PROGRESS', 1),
  ('019a7000-0000-7000-8000-00000000000f', 0, '2026-11-01T00:00:00Z', 'award-offered', 'AwardOffered', 'NAMED_LEADERS', 'GRANT', 1),
  ('019a7000-0000-7000-8000-000000000010', 0, '2026-11-01T00:00:00Z', 'award-paid', 'AwardPaid', 'NAMED_LEADERS', 'GRANT', 1),
  ('019a7000-0000-7000-8000-000000000011', 0, '2026-11-01T00:00:00Z', 'reconsideration-upheld', 'ReconsiderationUpheld', 'NAMED_LEADERS', 'DECISION', 1),
  ('019a7000-0000-7000-8000-000000000012', 0, '2026-11-01T00:00:00Z', 'decision-amended', 'DecisionAmended', 'NAMED_LEADERS', 'DECISION', 1);

insert into notification_template_version (id, template_id, number, subject, body, active_from, created_at, created_by) values
  -- application-submitted
  ('019a7000-0000-7000-8000-000000000101', '019a7000-0000-7000-8000-000000000001', 1, 'We have received your application to ((programme))',
'Dear ((name)),

((applicant)) has applied to ((programme)), cohort ((cohort)). We have received the application.

What happens next: the programme team looks at it and decides. You will hear from us by e-mail. You do not need to do anything now.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- application-accepted
  ('019a7000-0000-7000-8000-000000000102', '019a7000-0000-7000-8000-000000000002', 1, 'Your application to ((programme)) is accepted',
'Dear ((name)),

The application of ((applicant)) to ((programme)), cohort ((cohort)), was accepted on ((day)).

What happens next: we look for a hub that fits your school. You will hear from us when a place is confirmed.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- application-declined
  ('019a7000-0000-7000-8000-000000000103', '019a7000-0000-7000-8000-000000000003', 1, 'The decision on your application to ((programme))',
'Dear ((name)),

The application of ((applicant)) to ((programme)), cohort ((cohort)), was not successful. The reasons are:

((reasons))

If you think that the decision is wrong, your school can ask once for it to be reconsidered. Sign in, open the application and choose reconsideration, and say there what we should look at again. Somebody who had no part in the first decision will look at it.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- application-withdrawn
  ('019a7000-0000-7000-8000-000000000104', '019a7000-0000-7000-8000-000000000004', 1, 'The application to ((programme)) was withdrawn',
'Dear ((name)),

The application of ((applicant)) to ((programme)), cohort ((cohort)), was withdrawn. It ended on ((day)).

If you did not expect this, ask the person at your school who looks after the application, or the programme team.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- school-invited
  ('019a7000-0000-7000-8000-000000000105', '019a7000-0000-7000-8000-000000000005', 1, '((applicant)) is invited to take part in ((programme))',
'Dear ((name)),

The Department for Education has selected ((applicant)) for ((programme)), cohort ((cohort)).

What you need to do: sign in, open the invitation, and confirm or refuse it by ((confirm_by)).

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- reconsideration-requested
  ('019a7000-0000-7000-8000-000000000106', '019a7000-0000-7000-8000-000000000006', 1, 'We will look again at the decision on your application to ((programme))',
'Dear ((name)),

((applicant)) has asked for the decision on its application to ((programme)), cohort ((cohort)), to be reconsidered. We received this on ((day)).

What happens next: somebody who had no part in the first decision looks at it. You will hear from us by e-mail.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- expression-of-interest-drafted
  ('019a7000-0000-7000-8000-000000000107', '019a7000-0000-7000-8000-000000000007', 1, 'You can now apply to ((programme))',
'Dear ((name)),

Applications to ((programme)), cohort ((cohort)), are open. Because ((applicant)) had expressed interest, we have begun an application for it.

What you need to do: sign in, complete the application and submit it before the window closes.

Reference: ((reference))

If you do not want e-mail of this kind: ((unsubscribe_link))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- expression-of-interest-offered
  ('019a7000-0000-7000-8000-000000000108', '019a7000-0000-7000-8000-000000000008', 1, '((programme)) is offered to ((applicant))',
'Dear ((name)),

The programme in which ((applicant)) had expressed interest takes no new applications. ((programme)) has taken its place, and we offer it to you instead.

What you can do: sign in and accept the offer. If you do nothing, nothing happens.

Reference: ((reference))

If you do not want e-mail of this kind: ((unsubscribe_link))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- membership-confirmed
  ('019a7000-0000-7000-8000-000000000109', '019a7000-0000-7000-8000-000000000009', 1, 'A place for ((applicant)) in ((hub))',
'Dear ((name)),

We have confirmed a place for ((applicant)) in ((hub)) for ((programme)), cohort ((cohort)), on ((day)).

What happens next: the hub''s lead accepts the place. You will hear from us then.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- membership-activated
  ('019a7000-0000-7000-8000-00000000010a', '019a7000-0000-7000-8000-00000000000a', 1, '((applicant)) now takes part in ((hub))',
'Dear ((name)),

The lead of ((hub)) has accepted ((applicant)) on ((day)). Your school now takes part in ((programme)), cohort ((cohort)).

What happens next: your support plan is opened, and the lead gets in touch with you.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- membership-refused
  ('019a7000-0000-7000-8000-00000000010b', '019a7000-0000-7000-8000-00000000000b', 1, 'We are looking for another hub for ((applicant))',
'Dear ((name)),

((hub)) could not take ((applicant)). Your application to ((programme)), cohort ((cohort)), stays accepted, and your school keeps its turn.

What happens next: we look for another hub. You do not need to do anything.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- membership-withdrawn
  ('019a7000-0000-7000-8000-00000000010c', '019a7000-0000-7000-8000-00000000000c', 1, '((applicant)) no longer takes part in ((hub))',
'Dear ((name)),

((applicant)) no longer takes part in ((hub)) for ((programme)), cohort ((cohort)). This takes effect on ((day)), and the support plan ends with it.

If you did not expect this, write to the programme team.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- plan-opened
  ('019a7000-0000-7000-8000-00000000010d', '019a7000-0000-7000-8000-00000000000d', 1, 'The support plan of ((applicant)) is open',
'Dear ((name)),

The support plan of ((applicant)) in ((programme)) is open. It runs from ((starts_on)) to ((ends_on)).

Sign in to see what it asks for, and by when.

Reference: ((reference))

If you do not want e-mail of this kind: ((unsubscribe_link))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- plan-completed
  ('019a7000-0000-7000-8000-00000000010e', '019a7000-0000-7000-8000-00000000000e', 1, '((applicant)) has completed its support plan',
'Dear ((name)),

((applicant)) has completed its support plan in ((programme)) on ((day)). Thank you for taking part.

Reference: ((reference))

If you do not want e-mail of this kind: ((unsubscribe_link))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- award-offered
  ('019a7000-0000-7000-8000-00000000010f', '019a7000-0000-7000-8000-00000000000f', 1, 'A grant of ((amount)) is offered: please accept it',
'Dear ((name)),

A grant of ((amount)) is offered to ((applicant)) for ((programme)), to be paid in the financial year ((financial_year)) once the support plan is completed.

What you need to do: ask the officer who may accept grants for your school to sign in, read the conditions and accept the award.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- award-paid
  ('019a7000-0000-7000-8000-000000000110', '019a7000-0000-7000-8000-000000000010', 1, 'A grant of ((amount)) was paid to ((applicant))',
'Dear ((name)),

The grant of ((amount)) for ((programme)), financial year ((financial_year)), was paid on ((day)).

Sign in to see the remittance. If the money has not arrived within three working days, write to the programme team.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- reconsideration-upheld
  ('019a7000-0000-7000-8000-000000000111', '019a7000-0000-7000-8000-000000000011', 1, 'The decision on your application to ((programme)) stands',
'Dear ((name)),

We have looked again at the decision on the application of ((applicant)) to ((programme)), cohort ((cohort)). The decision stands. The reasons are:

((reasons))

An application is reconsidered once. You can apply again for a later cohort.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service'),
  -- decision-amended
  ('019a7000-0000-7000-8000-000000000112', '019a7000-0000-7000-8000-000000000012', 1, 'The decision on your application to ((programme)) was corrected',
'Dear ((name)),

The decision on the application of ((applicant)) to ((programme)), cohort ((cohort)), was corrected on ((day)). Sign in and open the application to see where it stands now, and why.

If it is to be decided again, you will hear from us by e-mail.

Reference: ((reference))',
   '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'system:applications-service');
