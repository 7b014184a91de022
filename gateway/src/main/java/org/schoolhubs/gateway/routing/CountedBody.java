package org.schoolhubs.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body on its way through, counted: more than the limit fails it, and its end is told. Holds no data. */
final class CountedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable onFirst;
    private final Runnable onEnd;
    private Handler<Throwable> failed = ignored -> { };
    private long count;
    private boolean exceeded;

    CountedBody(ReadStream<Buffer> source, long limit, Runnable onFirst, Runnable onEnd) {
        this.source = source;
        this.limit = limit;
        this.onFirst = onFirst;
        this.onEnd = onEnd;
    }

    boolean exceeded() {
        return exceeded;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : data -> pass(data, handler));
        return this;
    }

    private void pass(Buffer data, Handler<Buffer> handler) {
        if (exceeded) {
            return;
        }
        if (count == 0) {
            onFirst.run();
        }
        count += data.length();
        if (count > limit) {
            exceeded = true;
            failed.handle(new IllegalStateException("The body is longer than " + limit + " bytes"));
            return;
        }
        handler.handle(data);
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? ignored -> { } : handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        source.endHandler(handler == null ? null : end -> {
            onEnd.run();
            handler.handle(end);
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
