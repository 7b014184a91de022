package org.schoolhubs.applications.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mail greets people by their name: it goes out in the Department's name, and must not carry what somebody else wants followed. */
class NamedLeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"Asha Example", "J.R. O\u2019Neill-Smith", "J.Smith", "Dr. Zo\u00eb \u0141uksza", "Mr A Singh (acting)", "Nguy\u1ec5n Th\u1ecb", "Leader 1", "Smith, Jo"})
    void aNameIsTaken(String name) {
        assertThat(new NamedLeader(name, "a@school.example", "Headteacher").hasPlainName()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "sign in at evil.example", "www.evil.example", "[your account](evil)", "<a href=x>", "mail help@evil.example",
            "javascript:x", "Asha {{x}}", "Asha\\x"})
    void whatALinkCanBeMadeOfIsNot(String name) {
        assertThat(new NamedLeader(name, "a@school.example", "Headteacher").hasPlainName()).isFalse();
    }
}
