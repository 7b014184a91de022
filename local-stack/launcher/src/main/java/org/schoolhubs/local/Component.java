package org.schoolhubs.local;

import java.util.List;

/**
 * One part of the stack that runs as one operating-system process (and that process's children).
 *
 * <p>A component can be started again after {@link #stop()} and after {@link #kill()}, on the same data. Methods may be
 * called from any thread.
 */
public interface Component {

  /** The name in messages and of the log file, such as {@code postgres} or {@code hubs}. */
  String name();

  /** The ports this component listens on, all on the loopback address. */
  List<Port> ports();

  /**
   * Launches the process and returns without waiting until it can be used.
   *
   * @throws PortTakenException when one of its ports is in use; nothing is launched then
   * @throws LocalStackException when the process cannot be launched
   * @throws IllegalStateException when it is running already
   */
  void start();

  /**
   * Waits until the component does its work: answers SQL, metadata requests or HTTP.
   *
   * @throws LocalStackException when the process ends or the configured time passes before; the message ends with the
   *     last lines of its log
   */
  void awaitReady();

  /** Asks the process to end and waits for it; kills it when it takes longer than 30 seconds. Harmless when not running. */
  void stop();

  /** Kills the process and all its children with SIGKILL and returns when they are gone. Harmless when not running. */
  void kill();

  /** Whether the process exists. */
  boolean isAlive();

  /**
   * The process id.
   *
   * @throws IllegalStateException when it was never started
   */
  long pid();

  /** Stops the process in good order, starts it again and waits until it is ready. */
  default void restart() {
    stop();
    start();
    awaitReady();
  }
}
