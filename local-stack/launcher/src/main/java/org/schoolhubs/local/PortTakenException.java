package org.schoolhubs.local;

/** A port that a component wants is in use by another process. */
public final class PortTakenException extends LocalStackException {

  private final Port port;
  private final int number;

  PortTakenException(Port port, int number) {
    super(
        "Port %d is in use, and %s wants it. End the process that holds it, or choose another with %s=<port> or %s=<port>."
            .formatted(number, port.owner(), port.option(), port.variable()));
    this.port = port;
    this.number = number;
  }

  /** Which of the stack's ports. */
  public Port port() {
    return port;
  }

  /** The number that is taken. */
  public int number() {
    return number;
  }
}
