package org.schoolhubs.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One database per service with three roles: the owner runs migrations, the application and the connector may connect and
 * get the rest from migrations. Made when missing; passwords are set again to what the secrets say.
 */
final class Databases {

  private final PostgresComponent postgres;
  private final Secrets secrets;

  Databases(PostgresComponent postgres, Secrets secrets) {
    this.postgres = postgres;
    this.secrets = secrets;
  }

  void ensure() {
    try (Connection server = postgres.connect("postgres", PostgresComponent.SUPERUSER);
        Statement statement = server.createStatement()) {
      for (Service service : Service.values()) {
        ensure(statement, service);
      }
    } catch (SQLException e) {
      throw new LocalStackException("Cannot make the databases and roles: " + e.getMessage(), e);
    }
  }

  private void ensure(Statement server, Service service) throws SQLException {
    role(server, service.ownerRole(), "");
    role(server, service.appRole(), "");
    role(server, service.connectorRole(), "replication");
    String database = service.id();
    if (!exists(server, "pg_database", "datname", database)) {
      server.execute("create database %s owner %s".formatted(database, service.ownerRole()));
    }
    server.execute("revoke all on database %s from public".formatted(database));
    server.execute("grant connect on database %s to %s, %s".formatted(database, service.appRole(), service.connectorRole()));
    // Imports compare a file with the register in a temporary table.
    server.execute("grant temporary on database %s to %s".formatted(database, service.appRole()));
    try (Connection own = postgres.connect(database, PostgresComponent.SUPERUSER);
        Statement statement = own.createStatement()) {
      statement.execute("alter schema public owner to " + service.ownerRole());
      statement.execute("revoke all on schema public from public");
    }
  }

  private void role(Statement server, String role, String attributes) throws SQLException {
    if (!exists(server, "pg_roles", "rolname", role)) {
      server.execute("create role " + role);
    }
    // Passwords of this launcher are Base64 for URLs: nothing in them ends the literal.
    server.execute("alter role %s login %s password '%s'".formatted(role, attributes, secrets.password(role)));
  }

  private static boolean exists(Statement server, String catalog, String column, String name) throws SQLException {
    try (ResultSet row = server.executeQuery("select 1 from %s where %s = '%s'".formatted(catalog, column, name))) {
      return row.next();
    }
  }
}
