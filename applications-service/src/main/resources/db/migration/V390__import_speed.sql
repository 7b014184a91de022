-- What an import pays for each of its rows. Measured in benchmarks/import.

-- ---- words of a name: the same words as before, found without regular expressions and without a parser, since a folded name has only words and spaces

create or replace function school_search_words(folded text) returns tsvector language sql immutable parallel safe
return array_to_tsvector(array_remove(string_to_array(folded, ' '), '')
  || case when ' ' || folded || ' ' like any (array['% st %', '% ste %', '% saint %']) then array['st', 'ste', 'saint'] else '{}' end
  || case when ' ' || folded || ' ' like any (array['% ss %', '% saints %']) then array['ss', 'saints', 'st'] else '{}' end
  || case when ' ' || folded || ' ' like any (array['% ce %', '% cofe %', '% c e %', '% c of e %', '% church of england %'])
       then array['ce', 'cofe', 'church', 'england'] else '{}' end
  || case when ' ' || folded || ' ' like any (array['% rc %', '% r c %', '% catholic %']) then array['rc', 'roman', 'catholic'] else '{}' end);

reindex index school_words;
reindex index establishment_group_words;

-- ---- lineage of what grows by a row for every school that changes: each row names imports, and an import is never deleted. Checked once a statement rather than once a
-- row, since all rows of a statement name the same ones.

create function names_known_imports() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct import_id from written) w where not exists (select from register_import i where i.id = w.import_id)) then
    raise foreign_key_violation using message = format('%s names an import that does not exist', tg_table_name);
  end if;
  return null;
end $$;
comment on function names_known_imports is 'For tables whose rows name the import that wrote them, in place of a foreign key.';
create function names_known_superseding_imports() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct superseded_by from written) w where not exists (select from register_import i where i.id = w.superseded_by)) then
    raise foreign_key_violation using message = format('%s is superseded by an import that does not exist', tg_table_name);
  end if;
  return null;
end $$;

alter table school_version drop constraint school_version_import_id_fkey, drop constraint school_version_superseded_by_fkey;
create trigger known_import after insert on school_version referencing new table as written for each statement execute function names_known_imports();
create trigger known_superseding_import after insert on school_version referencing new table as written
  for each statement execute function names_known_superseding_imports();

alter table import_change drop constraint import_change_import_id_fkey;
create trigger known_import after insert on import_change referencing new table as written for each statement execute function names_known_imports();

create function register_import_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an import is never deleted: rows of the register name it';
end $$;
create trigger register_import_stays before delete on register_import for each statement execute function register_import_stays();
