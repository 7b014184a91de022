-- A calendar that is withdrawn is none any more: its authority follows the national one again.
grant delete on term_calendar to "${app_role}";
