package org.schoolhubs.local;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a stack can be made of. */
public enum Part {
  POSTGRES,
  BROKER,
  ISSUER,
  CONNECT,
  APPLICATIONS,
  HUBS,
  SUPPORT,
  GRANTS,
  GATEWAY;

  /** The name of the component, such as {@code postgres}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Everything. */
  public static Set<Part> all() {
    return EnumSet.allOf(Part.class);
  }

  /** Database, broker, Connect and issuer without the services and the gateway. */
  public static Set<Part> infrastructure() {
    return EnumSet.of(POSTGRES, BROKER, ISSUER, CONNECT);
  }

  /** @throws IllegalArgumentException when the list names something else */
  static Set<Part> parse(String list) {
    if (list.equals("infrastructure")) {
      return infrastructure();
    }
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String id : list.split(",")) {
      parts.add(
          all().stream()
              .filter(part -> part.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("Unknown part \"" + id + "\", known are " + ids() + ".")));
    }
    return parts;
  }

  private static String ids() {
    return all().stream().map(Part::id).collect(Collectors.joining(", "));
  }

  static Part of(Service service) {
    return valueOf(service.name());
  }
}
