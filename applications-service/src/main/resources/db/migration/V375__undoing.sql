-- Imports are undone by the worker, and every kind of them can be.

alter table register_import
  add column undo_roles          text[],
  add column undo_correlation_id text,
  add column undo_failure_code   text,
  add column undo_failure_detail text check (length(undo_failure_detail) <= 4000),
  drop constraint register_import_state_check,
  drop constraint import_ends_with_a_time,
  drop constraint import_counts_every_row,
  drop constraint dry_run_changes_nothing,
  drop constraint import_undone_by_somebody;
alter table register_import
  add constraint register_import_state_check check (state in ('RECEIVED', 'RUNNING', 'AWAITING_CONFIRMATION', 'COMPLETED', 'DRY_RUN_COMPLETED', 'CANCELLED', 'UNDOING',
    'UNDONE', 'REFUSED', 'FAILED')),
  add constraint import_ends_with_a_time check (
    (state in ('COMPLETED', 'DRY_RUN_COMPLETED', 'CANCELLED', 'UNDOING', 'UNDONE', 'REFUSED', 'FAILED')) = (finished_at is not null)),
  add constraint import_counts_every_row check (state not in ('AWAITING_CONFIRMATION', 'COMPLETED', 'DRY_RUN_COMPLETED', 'UNDOING', 'UNDONE')
    or rows_read = rows_created + rows_changed + rows_unchanged + rows_rejected),
  add constraint dry_run_changes_nothing check (not (dry_run and state in ('AWAITING_CONFIRMATION', 'COMPLETED', 'CANCELLED', 'UNDOING', 'UNDONE'))
    and (dry_run or state <> 'DRY_RUN_COMPLETED')),
  add constraint import_undone_by_somebody check ((state in ('UNDOING', 'UNDONE')) = (undone_by is not null) and (state = 'UNDONE') = (undone_at is not null)
    and (state <> 'UNDOING' or undo_roles is not null and undo_correlation_id is not null)),
  add constraint import_says_why_it_was_kept check ((undo_failure_code is null) = (undo_failure_detail is null)
    and (undo_failure_code is null or state = 'COMPLETED'));
comment on column register_import.undone_by is 'Opaque subject of the person who undid it or, while it is UNDOING, asked for it.';
comment on column register_import.undo_roles is 'Roles of that person, for the journal entries that undoing writes.';
comment on column register_import.undo_correlation_id is 'Of the request that asked for it.';
comment on column register_import.undo_failure_code is 'Why it was not undone when that was asked last.';
comment on column register_import.attempts is 'How often a worker began, to bring it in or to take it back: one that died is followed by another, three times at the most.';

drop index one_import_at_a_time;
create unique index one_import_at_a_time on register_import ((true)) where state in ('RECEIVED', 'RUNNING', 'UNDOING');

-- What an undone import brought leaves these tables; their history keeps it. The answer of a school is new then, too.
alter table group_membership_version drop constraint group_membership_version_membership_id_fkey;
comment on column group_membership_version.membership_id is 'The membership; one that an undone import brought is no row of group_membership any more.';
comment on table group_membership_version is 'What group_membership rows said before they were corrected or ended; append-only. A row that its own import superseded was undone.';
create index group_membership_version_of_membership on group_membership_version (membership_id);
grant delete on group_membership, attendance_sharing to "${app_role}";
create or replace trigger shown_with_school after insert or update or delete on attendance_sharing for each row execute function school_part_changed();
create or replace trigger shown_with_school after insert or update or delete on group_membership for each row execute function school_part_changed();
