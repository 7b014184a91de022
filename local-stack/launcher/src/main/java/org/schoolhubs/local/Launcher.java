package org.schoolhubs.local;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the whole system on this machine and runs until INT or TERM. */
public final class Launcher {

  private Launcher() {}

  /**
   * Starts everything and waits.
   *
   * @param args as of {@link StackConfig.Builder#options(List)}; they win over the environment
   * @throws InterruptedException when the main thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    // Kafka's clients would tell their whole configuration between the lines that matter here.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    try {
      StackConfig config = StackConfig.builder().environment(System.getenv()).options(List.of(args)).build();
      LocalStack stack = new LocalStack(config, System.out::println);
      stack.closeOnExit();
      stack.start();
      System.out.println("School Hubs is ready at " + config.url(Port.GATEWAY) + " - Ctrl-C ends it");
    } catch (LocalStackException | IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }
}
