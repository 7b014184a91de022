package org.schoolhubs.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * The parts of a {@link StackConfig} as processes, started in the order of their needs and stopped in reverse.
 *
 * <p>One data directory belongs to one running stack at a time. Nothing outlives {@link #close()}, which also runs when
 * the JVM ends by INT or TERM after {@link #closeOnExit()}; what a killed launcher left behind is ended at the next start
 * on the same data directory.
 */
public final class LocalStack implements AutoCloseable {

  /** Stopped in this order; within a tier at the same time. */
  private static final List<Set<Part>> STOP_TIERS =
      List.of(
          EnumSet.of(Part.GATEWAY),
          EnumSet.of(Part.APPLICATIONS, Part.HUBS, Part.SUPPORT, Part.GRANTS),
          EnumSet.of(Part.CONNECT),
          EnumSet.of(Part.ISSUER, Part.BROKER, Part.POSTGRES));

  private final StackConfig config;
  private final Consumer<String> progress;
  private final Map<Part, ProcessComponent> components = new EnumMap<>(Part.class);
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private Secrets secrets;
  private FileChannel dataLock;
  private boolean closed;

  /**
   * Opens the data directory; starts nothing yet.
   *
   * @param progress is told in one line each what happens, from several threads
   * @throws LocalStackException when the data directory cannot be used or another stack uses it
   */
  public LocalStack(StackConfig config, Consumer<String> progress) {
    this.config = config;
    this.progress = progress;
    openData();
    this.secrets = new Secrets(config.dataDir());
    PostgresComponent postgres = new PostgresComponent(config, secrets);
    add(Part.POSTGRES, postgres);
    add(Part.BROKER, new BrokerComponent(config));
    add(Part.ISSUER, new IssuerComponent(config));
    add(Part.CONNECT, new ConnectComponent(config, postgres, secrets, progress));
    for (Service service : Service.values()) {
      add(Part.of(service), ServiceComponent.of(config, secrets, service));
    }
    add(Part.GATEWAY, ServiceComponent.gateway(config));
  }

  /**
   * Starts all parts and returns when all are ready and, for the services among them, their journals stream.
   *
   * @throws PortTakenException when any port is in use; nothing is started then
   * @throws LocalStackException when a part fails; what was started is stopped before
   */
  public void start() {
    try {
      for (ProcessComponent component : components.values()) {
        component.killLeftOver();
      }
    } catch (IOException e) {
      throw new LocalStackException("Cannot end what an earlier run left behind: " + e.getMessage(), e);
    }
    components.values().forEach(c -> c.ports().forEach(port -> port.requireFree(config.port(port))));
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      together(
          threads,
          List.of(
              () -> run(Part.POSTGRES, () -> new Databases(postgres(), secrets).ensure()),
              () -> run(Part.BROKER, () -> new Topics(config).ensure()),
              () -> run(Part.ISSUER, () -> {})));
      List<Runnable> onTop = new ArrayList<>();
      for (Part part : EnumSet.range(Part.CONNECT, Part.GATEWAY)) {
        onTop.add(() -> run(part, () -> {}));
      }
      together(threads, onTop);
      awaitJournals();
    } catch (RuntimeException e) {
      close();
      throw e;
    } finally {
      threads.shutdown();
    }
  }

  /**
   * One component.
   *
   * @throws IllegalArgumentException when it is not a part of this stack
   */
  public Component component(Part part) {
    Component component = components.get(part);
    if (component == null) {
      throw new IllegalArgumentException(part.id() + " is not a part of this stack");
    }
    return component;
  }

  /** All components in the order in which they are started. */
  public List<Component> components() {
    return List.copyOf(components.values());
  }

  /** PostgreSQL, which also gives connections. */
  public PostgresComponent postgres() {
    return (PostgresComponent) component(Part.POSTGRES);
  }

  /** Connect, which also tells whether journals stream. */
  public ConnectComponent connect() {
    return (ConnectComponent) component(Part.CONNECT);
  }

  /** The issuer, which also gives tokens. */
  public IssuerComponent issuer() {
    return (IssuerComponent) component(Part.ISSUER);
  }

  /** The passwords of this data directory. */
  public Secrets secrets() {
    return secrets;
  }

  /** The configuration it runs with. */
  public StackConfig config() {
    return config;
  }

  /** Stops everything when the JVM ends, also by INT or TERM. Call it once, before {@link #start()}. */
  public void closeOnExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "local-stack-close"));
  }

  /** Stops all components in reverse order, waits until they are gone and frees the data directory. */
  @Override
  public void close() {
    life.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      life.writeLock().unlock();
    }
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      for (Set<Part> tier : STOP_TIERS) {
        List<Runnable> stops = new ArrayList<>();
        components.forEach((part, component) -> {
          if (tier.contains(part) && component.isAlive()) {
            stops.add(() -> stop(component));
          }
        });
        together(threads, stops);
      }
      dataLock.close();
    } catch (IOException e) {
      throw new LocalStackException("Cannot free " + config.dataDir(), e);
    } finally {
      threads.shutdown();
    }
  }

  private void add(Part part, ProcessComponent component) {
    if (config.parts().contains(part)) {
      components.put(part, component);
    }
  }

  private void run(Part part, Runnable whenReady) {
    Component component = components.get(part);
    if (component == null) {
      return;
    }
    long begin = System.nanoTime();
    launch(component);
    component.awaitReady();
    whenReady.run();
    progress.accept("%s ready in %.1f s".formatted(component.name(), secondsSince(begin)));
  }

  /** A stack that is closing starts nothing more, and closing waits for a launch that is under way. */
  private void launch(Component component) {
    life.readLock().lock();
    try {
      if (closed) {
        throw new LocalStackException("The stack was closed while it started.");
      }
      component.start();
    } finally {
      life.readLock().unlock();
    }
  }

  private void stop(Component component) {
    long begin = System.nanoTime();
    component.stop();
    progress.accept("%s stopped in %.1f s".formatted(component.name(), secondsSince(begin)));
  }

  private void awaitJournals() {
    Set<Service> started = EnumSet.noneOf(Service.class);
    for (Service service : Service.values()) {
      if (components.containsKey(Part.of(service))) {
        started.add(service);
      }
    }
    if (components.containsKey(Part.CONNECT) && !started.isEmpty()) {
      connect().awaitStreaming(started, config.readyWithin());
      progress.accept("journals of " + started + " stream");
    }
  }

  private static void together(ExecutorService threads, List<Runnable> tasks) {
    CompletableFuture<?>[] all =
        tasks.stream().map(task -> CompletableFuture.runAsync(task, threads)).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void openData() {
    try {
      Path data = Files.createDirectories(config.dataDir());
      dataLock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock();
      if (lock == null) {
        dataLock.close();
        throw new LocalStackException(
            "Another stack is running on %s. End it, or choose another folder with --data=<folder> or %s=<folder>."
                .formatted(data, StackConfig.DATA_VARIABLE));
      }
    } catch (IOException e) {
      throw new LocalStackException("Cannot use the data directory " + config.dataDir() + ": " + e.getMessage(), e);
    }
  }

  private FileLock tryLock() throws IOException {
    try {
      return dataLock.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static double secondsSince(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
  }
}
