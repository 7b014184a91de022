-- What the row of a school in the last GIAS file looked like, so that a row that is the same again need not be read again.
create table school_fingerprint (
  urn         text  primary key references school (urn),
  fingerprint bytea not null check (length(fingerprint) = 16)
);
comment on table school_fingerprint is 'Digest of the columns that were read of the row which says what school says now; only of rows that went in whole. May be emptied at any time: the next import compares every row then.';
grant select, insert, update, delete on school_fingerprint to "${app_role}";
