package net.sociallook.adapter.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Fetches the JWK set with the institution's own certificate. Follows no redirect.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 §5</a>
 */
public final class HttpsKeySource implements KeySource, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOST_BYTES = 256 * 1024;

  private final HttpClient client;
  private final HttpRequest request;

  public HttpsKeySource(URI address, SSLContext tls) {
    this.client =
        HttpClient.newBuilder()
            .sslContext(tls)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    this.request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Accept", "application/jwk-set+json, application/json")
            .build();
  }

  @Override
  public Map<String, ECPublicKey> fetch() throws IOException {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException("status: " + response.statusCode() + " (expected: 200)");
        }
        return keys(read(body));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      throw new IOException(request.uri().getAuthority() + ": " + reason(e), e);
    }
  }

  /** The client has no words for the most frequent: that nobody listens there. */
  private static String reason(IOException e) {
    if (e instanceof ConnectException) {
      return "no connection";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("keys: too long (expected: at most " + MOST_BYTES + " bytes)");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  // A set with one key that is not as agreed on is refused whole: something is wrong at its source.
  private static Map<String, ECPublicKey> keys(String json) throws IOException {
    try {
      Map<String, ECPublicKey> keys = new HashMap<>();
      for (JWK key : JWKSet.parse(json).getKeys()) {
        boolean known = key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
        boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        if (!known || !signs || key.isPrivate() || key.getKeyID() == null) {
          throw new IOException("key: of another kind (expected: EC P-256, public, with kid)");
        }
        if (keys.put(key.getKeyID(), key.toECKey().toECPublicKey()) != null) {
          throw new IOException("kid: twice (expected: once)");
        }
      }
      return Map.copyOf(keys);
    } catch (ParseException | JOSEException e) {
      throw new IOException("keys: unreadable (expected: a JWK set)", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
