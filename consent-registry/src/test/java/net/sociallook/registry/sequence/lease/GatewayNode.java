package net.sociallook.registry.sequence.lease;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.OpenApiContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway node as the registry sees it: real TLS, and every answer held against the contract. */
public final class GatewayNode {
  private static final OpenApiContract CONTRACT = OpenApiContract.of("consent-registry.yaml");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RunningRegistry registry;
  private final String name;
  private final HttpClient client;
  private final UUID boot = UUID.randomUUID();
  private final String publicKey;

  public GatewayNode(RunningRegistry registry, String name) {
    this.registry = registry;
    this.name = name;
    this.client = RunningRegistry.as("gateway:" + name);
    this.publicKey = publicKey(name + "-" + boot);
  }

  public String name() {
    return name;
  }

  public static String publicKey(String keyId) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate().toPublicJWK().toJSONString();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public Answer post(String path, String body) throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(registry.uri(Port.GATEWAYS, path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    String type = response.headers().firstValue("content-type").orElse("");
    CONTRACT.check("POST", path, response.statusCode(), type, response.body());
    return new Answer(response.statusCode(), response.body());
  }

  public JsonNode join() throws Exception {
    Answer joined = post("/leases", joinMessage(publicKey));
    assertThat(joined.status()).as(joined.body()).isEqualTo(201);
    return joined.json();
  }

  public String joinMessage(String key) {
    return "{\"node\":\"%s\",\"boot\":\"%s\",\"publicKey\":%s}".formatted(name, boot, key);
  }

  public Answer renew(String lease, long acknowledged) throws Exception {
    return post("/leases/" + lease + "/renewals", "{\"acknowledged\":" + acknowledged + "}");
  }

  public Answer acknowledge(String lease, long sequence) throws Exception {
    return post("/leases/" + lease + "/acknowledgements", "{\"sequence\":" + sequence + "}");
  }

  /** The stream of entries; close it to leave. */
  public HttpResponse<InputStream> withdrawals(String lease, String after) throws Exception {
    String path = "/leases/" + lease + "/withdrawals?after=" + after;
    return client.send(
        HttpRequest.newBuilder(registry.uri(Port.GATEWAYS, path)).build(),
        BodyHandlers.ofInputStream());
  }

  /**
   * @param body empty when there is none
   */
  public record Answer(int status, String body) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The last part of the problem's type. */
    public String problem() {
      return json().path("type").asString().replaceFirst(".*/", "");
    }
  }
}
