-- A school that a file changes can get another successor by the same import: its line in the list of changes says both.
grant update on import_change to "${app_role}";
