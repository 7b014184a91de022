-- Search in the register, and what makes a school's answer new. Everything is derived by functions and triggers, so that whatever fills the tables need not know.

-- ---- words of a name

create function school_search_words(folded text) returns tsvector language sql immutable parallel safe
return strip(to_tsvector('pg_catalog.simple'::regconfig, folded
  || case when folded ~ '\m(st|ste|saint)\M' then ' st ste saint' else '' end
  || case when folded ~ '\m(ss|saints)\M' then ' ss saints st' else '' end
  || case when folded ~ '\m(ce|cofe|c e|c of e|church of england)\M' then ' ce cofe church england' else '' end
  || case when folded ~ '\m(rc|r c|catholic)\M' then ' rc roman catholic' else '' end));
comment on function school_search_words is 'The words of a folded name (small letters and digits, one space between) with what people write in their place: Saint for St, C of E for CE.';

create function group_search_words(name text) returns tsvector language sql immutable parallel safe
return school_search_words(trim(regexp_replace(translate(lower(name), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿŵŷ''‘’`', 'aaaaaaceeeeiiiinooooouuuuyywy'), '[^a-z0-9]+', ' ', 'g')));
comment on function group_search_words is 'As school_search_words, of a name as it is written: accents and apostrophes go.';

create index school_words on school using gin (school_search_words(search_name));
create index establishment_group_words on establishment_group using gin (group_search_words(name));

-- ---- places

create function postcode_compact(postcode text) returns text language sql immutable parallel safe
return replace(upper(postcode), ' ', '');
create function postcode_outward(postcode text) returns text language sql immutable parallel safe
return left(replace(upper(postcode), ' ', ''), -3);
comment on function postcode_compact is 'A postcode in capitals without spaces.';
comment on function postcode_outward is 'The outward part of a postcode: all but the last three characters.';

create index school_of_postcode on school (postcode_outward(postcode), urn) where postcode is not null;
create index school_place on school using gist (point(easting, northing)) where easting is not null;

-- ---- single facts

create index school_of_type on school (type_code, urn);
create index school_of_phase on school (phase, urn);
create index school_of_provision on school (provision, urn);
create index school_of_status on school (status, urn);
create index school_of_ukprn on school (ukprn) where ukprn is not null;
create index school_version_of_trust on school_version ((content ->> 'trust_uid'));
create index school_version_by_day on school_version (urn, valid_from);
create index establishment_group_of_ukprn on establishment_group (ukprn) where ukprn is not null;
create index establishment_group_of_company on establishment_group (companies_house_number) where companies_house_number is not null;

-- ---- when an answer is new
-- A school's answer holds more than its row: inspections, data sharing, links, the trusts that it was in and their names. Its version (the ETag) and its changed_at
-- (updatedSince) move with all of them. A school that this transaction has written already has a new version: it is not counted twice. (That is told by the time: xmin
-- would be a subtransaction's after a savepoint, and only one import writes at a time.)

create function school_touch(urns text[]) returns void language sql as $$
  update school set version = version + 1 where urn = any (urns) and changed_at < now();
$$;

create function school_part_changed() returns trigger language plpgsql as $$
declare
  touched text[] := '{}';
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    touched := touched || old.urn;
  end if;
  if tg_op <> 'DELETE' then
    touched := touched || new.urn;
  end if;
  perform school_touch(touched);
  return null;
end $$;
comment on function school_part_changed is 'For tables whose rows are shown with the school of their column urn.';

create function school_link_changed() returns trigger language plpgsql as $$
declare
  touched text[] := '{}';
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    touched := array[old.urn, old.link_urn];
  end if;
  if tg_op <> 'DELETE' then
    touched := touched || array[new.urn, new.link_urn];
  end if;
  perform school_touch(touched);
  return null;
end $$;
comment on function school_link_changed is 'A link is shown with the schools at both of its ends.';

create function school_group_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.name, new.status, new.type_code, new.type_name, new.closed_on)
      is not distinct from (old.name, old.status, old.type_code, old.type_name, old.closed_on) then
    return null;
  end if;
  perform school_touch(array(select urn from school where trust_uid = new.uid union select urn from group_membership where uid = new.uid));
  return null;
end $$;
comment on function school_group_changed is 'The name and status of a trust are shown with every school that is or was in it.';

create trigger shown_with_school after insert or update or delete on inspection for each row execute function school_part_changed();
create trigger shown_with_school after insert or update on attendance_sharing for each row execute function school_part_changed();
create trigger shown_with_school after insert or update on group_membership for each row execute function school_part_changed();
create trigger shown_with_school after insert or update or delete on school_link for each row execute function school_link_changed();
create trigger shown_with_school after insert or update on establishment_group for each row execute function school_group_changed();
