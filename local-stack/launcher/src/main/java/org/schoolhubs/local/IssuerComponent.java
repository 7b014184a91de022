package org.schoolhubs.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The token issuer: an OpenID Connect server at {@link StackConfig#issuerUrl()} with the people and clients of {@code
 * issuer.json}. Passwords and client secrets are not checked: it is for this machine only.
 */
public final class IssuerComponent extends ProcessComponent {

  private final Http http = new Http();
  private final ObjectMapper json = new ObjectMapper();

  IssuerComponent(StackConfig config) {
    super(config, Part.ISSUER.id(), List.of(Port.ISSUER));
  }

  /**
   * An access token of a person, such as {@code pat-programme}.
   *
   * @throws LocalStackException when the issuer refuses or cannot be reached
   */
  public String personToken(String user) {
    return request(Map.of("grant_type", "password", "client_id", "portal", "username", user, "password", "any"));
  }

  /**
   * An access token of a client, such as {@code data-collector}.
   *
   * @throws LocalStackException when the issuer refuses or cannot be reached
   */
  public String clientToken(String client) {
    return request(Map.of("grant_type", "client_credentials", "client_id", client));
  }

  /**
   * An access token with claims of the caller's choice beside issuer, audience and times, for a test that needs a person
   * or an organisation that {@code issuer.json} does not have.
   *
   * @param claims such as {@code sub}, {@code token_use}, {@code roles}, {@code organisations}
   * @throws LocalStackException when the issuer refuses or cannot be reached
   */
  public String token(Map<String, ?> claims) {
    Map<String, Object> asserted = new HashMap<>(claims);
    asserted.put("exp", Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
    // The issuer copies the claims of an assertion and does not look at its signature.
    String assertion = part(Map.of("alg", "HS256", "typ", "JWT")) + "." + part(asserted) + "." + part(Map.of());
    return request(
        Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer",
            "client_id", "test-tokens",
            "assertion", assertion));
  }

  private String request(Map<String, String> form) {
    Map<String, String> whole = new HashMap<>(form);
    whole.put("client_secret", "any");
    whole.put("scope", "openid");
    try {
      HttpResponse<String> answer = http.postForm(config.issuerUrl() + "/token", whole);
      if (answer.statusCode() != 200) {
        throw new LocalStackException("The issuer answered " + answer.statusCode() + ": " + answer.body());
      }
      return json.readTree(answer.body()).get("access_token").asText();
    } catch (IOException e) {
      throw new LocalStackException("No token from the issuer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while asking for a token.", e);
    }
  }

  private String part(Map<String, ?> content) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Claims that cannot be written as JSON: " + content, e);
    }
  }

  @Override
  protected List<String> command() {
    return java(
        config.heaps().issuer(),
        partOptions(),
        "-jar",
        siblingJar("issuer").toString());
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of(
        "SERVER_HOSTNAME", "127.0.0.1",
        "SERVER_PORT", Integer.toString(config.port(Port.ISSUER)),
        "JSON_CONFIG_PATH", config.root().resolve("local-stack/issuer/src/main/resources/issuer.json").toString());
  }

  @Override
  protected boolean ready() throws Exception {
    return http.answersOk(config.issuerUrl() + "/.well-known/openid-configuration");
  }
}
