package org.schoolhubs.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for a condition by asking again and again. */
final class Await {

  private static final long PAUSE_MILLIS = 50;

  private Await() {}

  /**
   * Asks until the condition holds; an exception counts as "not yet" and becomes the cause if time runs out.
   *
   * @param failure asked after every refusal: a message ends the waiting at once, null goes on
   */
  static void until(String what, Duration limit, Callable<Boolean> condition, Supplier<String> failure) {
    long deadline = System.nanoTime() + limit.toNanos();
    Exception last = null;
    while (true) {
      try {
        if (condition.call()) {
          return;
        }
        last = null;
      } catch (InterruptedException e) {
        throw interrupted(what);
      } catch (Exception e) {
        last = e;
      }
      String message = failure.get();
      if (message != null) {
        throw new LocalStackException(message, last);
      }
      if (System.nanoTime() > deadline) {
        throw new LocalStackException("Waited %d s in vain until %s.".formatted(limit.toSeconds(), what), last);
      }
      pause(what);
    }
  }

  private static void pause(String what) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw interrupted(what);
    }
  }

  private static LocalStackException interrupted(String what) {
    Thread.currentThread().interrupt();
    return new LocalStackException("Interrupted while waiting until " + what + ".");
  }
}
