-- The state of a programme as other services know it says more by now: each programme goes out once again.
update programme set version = version + 1;
insert into journal (topic, event_key, event_type, payload, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id, aggregate_version,
                     actor_id, actor_roles, changed_fields, reason_code)
select 'programmes.v1', p.code, 'ProgrammeUpdated',
       jsonb_build_object('code', p.code, 'name', v.name, 'state', p.state, 'replacedBy', p.replaced_by, 'replacedOn', p.replaced_on,
         'takesApplicationsUntil', v.takes_applications_until, 'versionId', v.id, 'validFrom', to_char(v.valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
         'subjects', (select jsonb_agg(s.subject order by s.subject) from programme_subject s where s.version_id = v.id),
         'pathways', (
           select jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name, 'partnerKind', w.partner_kind, 'entry', w.entry, 'lengthMonths', w.length_months,
                    'extensionMonths', w.extension_months, 'commitmentDaysFrom', w.commitment_days_from, 'commitmentDaysTo', w.commitment_days_to,
                    'supportDays', w.support_days, 'grantCapPence', w.grant_cap_pence, 'places', w.places) order by w.position)
           from pathway w where w.version_id = v.id),
         'cohorts', coalesce((
           select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'startsOn', c.starts_on,
                    'windowOpensAt', to_char(c.window_opens_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    'windowClosesAt', to_char(c.window_closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    'pathways', (select jsonb_agg(jsonb_build_object('code', o.code, 'places', o.places) order by o.position) from cohort_pathway o where o.cohort_id = c.id))
                    order by c.starts_on, c.code)
           from cohort c where c.programme_id = p.id), '[]'::jsonb)),
       '/school-hubs/applications-service', clock_timestamp(), p.id::text, 'Programme', p.id::text, p.version,
       'system:applications-service', '{}', '{}', 'payload-extended'
from programme p join programme_version v on v.programme_id = p.id and v.number = 1 order by p.id;
