package org.schoolhubs.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {
    private final AtomicLong now = new AtomicLong();
    private final RateLimit limit = new RateLimit("check", 3, Duration.ofSeconds(60), 1_000, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void theQuotaIsThereAtOnceAndThenRefillsEvenly() {
        assertThat(limit.take("a").state()).isEqualTo("\"check\";r=2;t=20");
        assertThat(limit.take("a").allowed()).isTrue();
        assertThat(limit.take("a").state()).isEqualTo("\"check\";r=0;t=60");
        RateLimit.Verdict refused = limit.take("a");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.policy()).isEqualTo("\"check\";q=3;w=60");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(20));
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(limit.take("a").allowed()).isTrue();
        assertThat(limit.take("a").allowed()).isFalse();
    }

    @Test
    void refusedRequestsCostNothing() {
        for (int asked = 0; asked < 50; asked++) {
            limit.take("a");
        }
        assertThat(limit.take("a").retryAfter()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void callersDoNotShareAQuota() {
        for (int asked = 0; asked < 4; asked++) {
            limit.take("a");
        }
        assertThat(limit.take("b").allowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7,192.0.2.7", "2001:db8:1:2:3:4:5:6,20010db800010002/64", "2001:db8:1:2::1,20010db800010002/64", "2001:db8:1:2::1%eth0,20010db800010002/64",
        "::ffff:192.0.2.7,192.0.2.7", "unix-socket,unix-socket"})
    void aCallerIsAnAddressOrAnIpv6Network(String address, String key) {
        assertThat(ClientAddress.key(address)).isEqualTo(key);
    }
}
