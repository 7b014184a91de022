package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.schoolhubs.local.Port;

/** Tokens that somebody made, changed or found, sent to every service with the gateway bypassed and to the gateway: none opens anything. */
class ForgedTokensIT {
    private final RunningSystem system = RunningSystem.get();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @EnumSource(value = Port.class, names = {"APPLICATIONS", "HUBS", "SUPPORT", "GRANTS", "GATEWAY"})
    void noForgedTokenOpensAnything(Port service) throws Exception {
        String path = switch (service) {
            case HUBS -> "/v1/pool";
            case SUPPORT -> "/v1/plans";
            case GRANTS -> "/v1/awards";
            default -> "/v1/applications";
        };
        assertThat(status(service, path, system.people.programmeTeam().get())).as("a true token").isEqualTo(200);
        for (Map.Entry<String, String> forged : forgeries().entrySet()) {
            assertThat(status(service, path, forged.getValue())).as("%s, %s", service, forged.getKey()).isEqualTo(401);
        }
    }

    private int status(Port service, String path, String token) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(system.direct(service) + path)).header("Authorization", "Bearer " + token).GET().build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private Map<String, String> forgeries() throws Exception {
        String genuine = system.people.programmeTeam().get();
        SignedJWT parsed = SignedJWT.parse(genuine);
        JWTClaimsSet claims = parsed.getJWTClaimsSet();
        String kid = parsed.getHeader().getKeyID();
        JWKSet published = JWKSet.load(URI.create(system.stack.config().issuerUrl() + "/jwks").toURL());
        RSAKey issuers = (RSAKey) published.getKeyByKeyId(kid);
        RSAKey mine = new RSAKeyGenerator(2048).keyID(kid).generate();
        RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown-key").generate();
        String[] parts = genuine.split("\\.");

        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no algorithm", new PlainJWT(claims).serialize());
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            tokens.put("alg " + none + ", signature left out", encode("{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(none, kid)) + "." + parts[1] + ".");
            tokens.put("alg " + none + ", old signature", encode("{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(none, kid)) + "." + parts[1] + "." + parts[2]);
        }
        tokens.put("HS256 with the public key (DER)", hmac(claims, kid, issuers.toRSAPublicKey().getEncoded()));
        tokens.put("HS256 with the public key (PEM)", hmac(claims, kid, pem(issuers).getBytes()));
        tokens.put("HS256 with the public key (JWK)", hmac(claims, kid, issuers.toPublicJWK().toJSONString().getBytes()));
        tokens.put("HS256 with the modulus", hmac(claims, kid, issuers.getModulus().decode()));
        tokens.put("HS256 with noughts", hmac(claims, kid, new byte[32]));
        tokens.put("another key under the issuer's key id", rsa(claims, mine, header(kid).build()));
        tokens.put("an unknown key id", rsa(claims, unknown, header("unknown-key").build()));
        tokens.put("no key id", rsa(claims, mine, header(null).build()));
        tokens.put("its own key in the header (jwk)", rsa(claims, mine, header(kid).jwk(mine.toPublicJWK()).build()));
        tokens.put("its own key elsewhere (jku)", rsa(claims, mine, header("mine").jwkURL(URI.create("http://127.0.0.1:9/jwks")).build()));
        tokens.put("a certificate elsewhere (x5u)", rsa(claims, mine, header("mine").x509CertURL(URI.create("http://127.0.0.1:9/cert")).build()));
        tokens.put("a key id that is a path", rsa(claims, mine, header("../../../../dev/null").build()));
        tokens.put("a key id that is SQL", rsa(claims, mine, header("x' or '1'='1").build()));
        tokens.put("RS512 by another key", rsa(claims, mine, new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(kid).type(JOSEObjectType.JWT).build()));
        tokens.put("PS256 by another key", rsa(claims, mine, new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(kid).type(JOSEObjectType.JWT).build()));
        tokens.put("a role added", parts[0] + "." + encode(new String(Base64.getUrlDecoder().decode(parts[1])).replace("programme-team", "finance-approver")) + "." + parts[2]);
        tokens.put("the expiry moved", parts[0] + "." + encode(claims.toString().replaceAll("\"exp\":\\d+", "\"exp\":9999999999")) + "." + parts[2]);
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put("no signature and no point", parts[0] + "." + parts[1]);
        tokens.put("half a signature", parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() / 2));
        tokens.put("the signature of another token", parts[0] + "." + parts[1] + "." + system.people.auditor().get().split("\\.")[2]);
        tokens.put("another token's header", encode("{\"alg\":\"RS256\"}") + "." + parts[1] + "." + parts[2]);
        tokens.put("signature of noughts", parts[0] + "." + parts[1] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[256]));
        tokens.put("wrong audience", system.stack.issuer().clientToken("another-service"));
        tokens.put("no audience", rsa(new JWTClaimsSet.Builder(claims).audience((String) null).build(), mine, header(kid).build()));
        tokens.put("wrong issuer", otherIssuer(genuine));
        tokens.put("wrong issuer, own key", rsa(new JWTClaimsSet.Builder(claims).issuer("http://127.0.0.1:9/issuer").build(), mine, header(kid).build()));
        tokens.put("expired, own key", rsa(new JWTClaimsSet.Builder(claims).expirationTime(Date.from(Instant.now().minusSeconds(60))).build(), mine, header(kid).build()));
        tokens.put("not yet valid, own key", rsa(new JWTClaimsSet.Builder(claims).notBeforeTime(Date.from(Instant.now().plusSeconds(600))).build(), mine, header(kid).build()));
        tokens.put("nothing", "x");
        tokens.put("points", "..");
        tokens.put("five parts", parts[0] + "." + parts[1] + "." + parts[2] + ".a.b");
        tokens.put("not base64", "%%%.%%%.%%%");
        tokens.put("JSON", "{}");
        tokens.put("very long", "a".repeat(6_000) + "." + parts[1] + "." + parts[2]);
        return tokens;
    }

    /** Signed by the same server, but for another issuer of it, with that issuer's name. */
    private String otherIssuer(String genuine) throws Exception {
        String url = system.stack.config().issuerUrl().replace("school-hubs", "another-issuer") + "/token";
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&client_id=any&client_secret=any&scope=openid&assertion=" + genuine))
                .build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceFirst("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static JWSHeader.Builder header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).type(JOSEObjectType.JWT);
    }

    private static String rsa(JWTClaimsSet claims, RSAKey key, JWSHeader header) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String hmac(JWTClaimsSet claims, String kid, byte[] secret) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).type(JOSEObjectType.JWT).build(), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static String pem(RSAKey key) throws JOSEException {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.toRSAPublicKey().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
    }
}
