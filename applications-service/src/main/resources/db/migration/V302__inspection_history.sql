-- Every inspection that the register knows or knew of a school: what is said now and what files said before.
create view inspection_history as
  select i.urn, i.kind, i.inspection_number, i.inspected_on, i.published_on, i.overall_effectiveness, i.ungraded_outcome, i.grades, i.category_of_concern,
    i.predecessor, i.urn_at_time, i.import_id, i.source_file, i.source_as_at, null::date as valid_to
  from inspection i
  union all
  select v.urn, v.kind, v.content->>'inspection_number', (v.content->>'inspected_on')::date, (v.content->>'published_on')::date,
    v.content->>'overall_effectiveness', v.content->>'ungraded_outcome', v.content->'grades', v.content->>'category_of_concern',
    (v.content->>'predecessor')::boolean, v.content->>'urn_at_time', v.import_id, v.content->>'source_file', v.valid_from, v.valid_to
  from inspection_version v where v.import_id <> v.superseded_by;
comment on view inspection_history is 'Inspections now (valid_to is null) and before. What an undone import said is left out.';
grant select on inspection_history to "${app_role}";
