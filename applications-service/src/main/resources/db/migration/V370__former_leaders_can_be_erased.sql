-- Who was replaced can ask to be erased too: the contact keeps its id when it becomes a former leader.
alter table former_leader add column contact_id uuid not null default uuidv7();
alter table former_leader alter column contact_id drop default;
alter table former_leader add constraint former_leader_contact unique (contact_id);
alter table former_leader add column position int check (position between 0 and 9);
update former_leader f set position = c.position from leader_change c where c.id = f.change_id;
alter table former_leader alter column position set not null;
comment on column former_leader.contact_id is 'Id that the person had as a named leader; by it they are erased.';
comment on column former_leader.position is 'Which of the named leaders they were, counted from 0.';
create index former_leader_address on former_leader (lower(email));
