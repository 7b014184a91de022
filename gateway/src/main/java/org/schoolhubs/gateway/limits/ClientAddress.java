package org.schoolhubs.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The address a limit is counted by. One household has a /64 of IPv6, so that is one caller. */
final class ClientAddress {
    private static final int PREFIX_BYTES = 8;

    private ClientAddress() {
    }

    /**
     * @param literal a numeric address, with or without zone; anything else counts as it is
     */
    static String key(String literal) {
        if (!literal.contains(":")) {
            return literal;
        }
        try {
            InetAddress address = InetAddress.getByName(literal.replaceAll("%.*", ""));
            return address instanceof Inet6Address six ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), PREFIX_BYTES)) + "/64" : address.getHostAddress();
        } catch (UnknownHostException notNumeric) {
            return literal;
        }
    }
}
