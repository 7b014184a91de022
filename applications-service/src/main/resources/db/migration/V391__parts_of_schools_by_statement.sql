-- A school's version moves with what is shown with it, as before; found once a statement rather than once a row, since a file writes tens of thousands of rows with one.

drop trigger shown_with_school on inspection;
drop trigger shown_with_school on attendance_sharing;
drop trigger shown_with_school on group_membership;
drop trigger shown_with_school on school_link;
drop trigger shown_with_school on establishment_group;
drop function school_part_changed(), school_link_changed(), school_group_changed();

create function school_parts_inserted() returns trigger language plpgsql as $$
begin
  perform school_touch(array(select distinct urn from written));
  return null;
end $$;
create function school_parts_updated() returns trigger language plpgsql as $$
begin
  perform school_touch(array(
    select urn from (table written except all table before) as w union select urn from (table before except all table written) as b));
  return null;
end $$;
create function school_parts_deleted() returns trigger language plpgsql as $$
begin
  perform school_touch(array(select distinct urn from before));
  return null;
end $$;
comment on function school_parts_updated is 'For tables whose rows are shown with the school of their column urn; rows written as they were count for nothing.';

create function school_links_inserted() returns trigger language plpgsql as $$
begin
  perform school_touch(array(select urn from written union select link_urn from written));
  return null;
end $$;
create function school_links_updated() returns trigger language plpgsql as $$
begin
  perform school_touch(array(
    with changed as ((table written except all table before) union all (table before except all table written))
    select urn from changed union select link_urn from changed));
  return null;
end $$;
create function school_links_deleted() returns trigger language plpgsql as $$
begin
  perform school_touch(array(select urn from before union select link_urn from before));
  return null;
end $$;
comment on function school_links_updated is 'A link is shown with the schools at both of its ends.';

create function school_groups_inserted() returns trigger language plpgsql as $$
begin
  perform school_touch(array(
    select s.urn from school s join written w on w.uid = s.trust_uid union select m.urn from group_membership m join written w on w.uid = m.uid));
  return null;
end $$;
create function school_groups_updated() returns trigger language plpgsql as $$
begin
  perform school_touch(array(
    with changed as (
      select w.uid from written w join before b on b.uid = w.uid
      where (w.name, w.status, w.type_code, w.type_name, w.closed_on) is distinct from (b.name, b.status, b.type_code, b.type_name, b.closed_on))
    select s.urn from school s join changed c on c.uid = s.trust_uid union select m.urn from group_membership m join changed c on c.uid = m.uid));
  return null;
end $$;
comment on function school_groups_updated is 'The name and status of a trust are shown with every school that is or was in it.';

do $$
declare
  part text;
begin
  foreach part in array array['inspection', 'attendance_sharing', 'group_membership'] loop
    execute format('create trigger shown_with_school_inserted after insert on %I referencing new table as written for each statement execute function school_parts_inserted()', part);
    execute format('create trigger shown_with_school_updated after update on %I referencing old table as before new table as written for each statement execute function school_parts_updated()', part);
    execute format('create trigger shown_with_school_deleted after delete on %I referencing old table as before for each statement execute function school_parts_deleted()', part);
  end loop;
end $$;
create trigger shown_with_school_inserted after insert on school_link referencing new table as written for each statement execute function school_links_inserted();
create trigger shown_with_school_updated after update on school_link referencing old table as before new table as written for each statement execute function school_links_updated();
create trigger shown_with_school_deleted after delete on school_link referencing old table as before for each statement execute function school_links_deleted();
create trigger shown_with_school_inserted after insert on establishment_group referencing new table as written for each statement execute function school_groups_inserted();
create trigger shown_with_school_updated after update on establishment_group referencing old table as before new table as written for each statement execute function school_groups_updated();
