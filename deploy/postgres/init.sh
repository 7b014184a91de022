#!/bin/sh
# One database per service with three roles, as org.schoolhubs.local.Databases makes them: the owner runs migrations, the application and
# the connector may connect and get the rest from migrations. Made when missing; passwords are set again to what the environment says, so
# running it once more is how they are changed. Connects with psql's own variables (PGHOST, PGUSER and so on).
set -eu

: "${POSTGRES_USER:=postgres}"

for service in applications hubs support grants; do
  upper=$(printf '%s' "$service" | tr '[:lower:]' '[:upper:]')
  for role in OWNER APP CONNECTOR; do
    eval "password=\${${upper}_${role}_PASSWORD:-}"
    [ -n "$password" ] || { echo "${upper}_${role}_PASSWORD is not set." >&2; exit 1; }
  done

  # psql takes the passwords from the environment: an argument could be read in the list of processes.
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
    --set=service="$service" --set=upper="$upper" <<'SQL'
\set owner :service _owner
\set app :service _app
\set connector :service _connector
\set owner_variable :upper _OWNER_PASSWORD
\set app_variable :upper _APP_PASSWORD
\set connector_variable :upper _CONNECTOR_PASSWORD
\getenv owner_password :owner_variable
\getenv app_password :app_variable
\getenv connector_password :connector_variable

select format('create role %I', :'owner') where not exists (select from pg_roles where rolname = :'owner') \gexec
select format('create role %I', :'app') where not exists (select from pg_roles where rolname = :'app') \gexec
select format('create role %I', :'connector') where not exists (select from pg_roles where rolname = :'connector') \gexec
-- A statement that fails is shown in the log; this one would show a password.
set log_min_error_statement = panic;
alter role :"owner" login password :'owner_password';
alter role :"app" login password :'app_password';
alter role :"connector" login replication password :'connector_password';
reset log_min_error_statement;

select format('create database %I owner %I', :'service', :'owner') where not exists (select from pg_database where datname = :'service') \gexec
revoke all on database :"service" from public;
grant connect on database :"service" to :"app", :"connector";
-- Imports compare a file with the register in a temporary table.
grant temporary on database :"service" to :"app";

\connect :service
alter schema public owner to :"owner";
revoke all on schema public from public;
SQL
done
echo "Databases and roles of applications, hubs, support and grants are there."
