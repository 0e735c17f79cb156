package net.sociallook.registry.push;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.testbed.push.PushService;
import net.sociallook.testbed.push.Received;
import net.sociallook.testbed.push.Subscriber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A push service on this machine, and what a registry must be told to use it. */
public final class PushKit {
  public static final PushService SERVICE = PushService.start(RunningRegistry.authority());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path FOLDER = folder();

  private PushKit() {}

  /** The registry's settings; what came is told at once. */
  public static Map<String, String> properties(VapidFile... keys) {
    Map<String, String> properties = new HashMap<>();
    String prefix = "sociallook.registry.push.";
    properties.put(
        prefix + "keys",
        String.join(",", List.of(keys).stream().map(key -> key.file().toString()).toList()));
    properties.put(prefix + "contact", "mailto:push@sociallook.test");
    properties.put(prefix + "services", SERVICE.authority());
    properties.put(prefix + "trust", trust().toString());
    properties.put(prefix + "pace.gather", "0s");
    properties.put(prefix + "pace.retry", "200ms");
    return properties;
  }

  /** One key of a registry. */
  public record VapidFile(ECKey key, Path file) {
    public static VapidFile draw() {
      try {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        Path file = FOLDER.resolve(UUID.randomUUID() + ".json");
        return new VapidFile(key, Files.writeString(file, key.toJSONString()));
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String publicKey() {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(VapidKeys.point(key));
    }
  }

  public static Subscriber subscribe() {
    return SERVICE.subscribe(UUID.randomUUID().toString());
  }

  /** What the page sends when the client switches these on. */
  public static Answer tell(Phone phone, Subscriber at, VapidFile key, String... topics) {
    return phone.post("/api/push-devices", form(at, key.publicKey(), topics));
  }

  static Map<String, Object> form(Subscriber at, String key, String... topics) {
    return Map.of(
        "endpoint", at.endpoint().toString(),
        "keys", Map.of("p256dh", at.p256dh(), "auth", at.authText()),
        "applicationServerKey", key,
        "topics", List.of(topics));
  }

  static List<String> topics(Phone phone, Subscriber at) {
    return phone
        .post("/api/push-devices/state", Map.of("endpoint", at.endpoint().toString()))
        .is(200)
        .json()
        .path("topics")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /** Waits until the push service has been sent so many for this browser. */
  public static List<Received> awaitReceived(Subscriber at, int count) {
    await().atMost(PATIENCE).until(() -> SERVICE.receivedFor(at).size() >= count);
    return SERVICE.receivedFor(at);
  }

  static void awaitThat(Callable<Boolean> condition) {
    await().atMost(PATIENCE).until(condition);
  }

  static JsonNode read(Subscriber at, Received received) {
    return JsonMapper.shared().readTree(at.read(received.body()));
  }

  private static Path trust() {
    try {
      String body =
          Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(RunningRegistry.authority().certificate().getEncoded());
      return Files.writeString(
          FOLDER.resolve("trust.pem"),
          "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("push-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
