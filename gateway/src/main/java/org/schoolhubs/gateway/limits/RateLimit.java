package org.schoolhubs.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A token bucket for each caller: the whole quota at once, refilled evenly over the window. */
final class RateLimit {
    private final String name;
    private final long requests;
    private final Duration window;
    private final LoadingCache<String, Bucket> buckets;

    RateLimit(String name, long requests, Duration window, long callers, TimeMeter time) {
        this.name = name;
        this.requests = requests;
        this.window = window;
        // A bucket that was left alone for a window is full again, so forgetting it changes nothing.
        this.buckets = Caffeine.newBuilder().maximumSize(callers).expireAfterAccess(window).build(key -> Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, window))
                .withCustomTimePrecision(time)
                .build());
    }

    /** Takes one request from the caller's quota, if there is one left. */
    Verdict take(String caller) {
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        return new Verdict(probe.isConsumed(), policy(),
                "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, requests, Math.max(1, window.toSeconds()));
    }

    private static long seconds(long nanos) {
        return (nanos + 999_999_999L) / 1_000_000_000L;
    }

    /**
     * @param policy value of RateLimit-Policy: quota and window in seconds
     * @param state value of RateLimit: what remains, and in how many seconds the quota is whole again
     * @param retryAfter until the next request will be let in; zero where this one was
     */
    record Verdict(boolean allowed, String policy, String state, Duration retryAfter) {
    }
}
