package net.sociallook.registry.passkey;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.RegistryProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts ceremonies, each with a challenge that is good for one answer within five minutes. */
@Component
public class Ceremonies {
  public static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int ES256 = -7;

  private final JdbcClient database;
  private final Clock clock;
  private final RegistryProperties.Page page;

  Ceremonies(JdbcClient database, Clock clock, RegistryProperties properties) {
    this.database = database;
    this.clock = clock;
    this.page = properties.page();
  }

  /** A started registration. */
  public record Registration(UUID ceremony, CreationOptions creationOptions) {}

  /** A started sign-in. */
  public record SignIn(UUID ceremony, RequestOptions requestOptions) {}

  /**
   * What was kept of a registration that is now being answered.
   *
   * @param subject id of the client to be
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Pending(byte[] challenge, UUID subject) {}

  public Registration startRegistration() {
    byte[] challenge = Bytes.random(32);
    UUID subject = UUID.randomUUID();
    UUID ceremony = insert("registration", challenge, subject, null);
    byte[] handle =
        ByteBuffer.allocate(16)
            .putLong(subject.getMostSignificantBits())
            .putLong(subject.getLeastSignificantBits())
            .array();
    return new Registration(
        ceremony,
        new CreationOptions(
            new CreationOptions.RelyingParty(page.relyingParty(), "SOCIALLOOK"),
            new CreationOptions.User(Bytes.base64url(handle), "SOCIALLOOK", "SOCIALLOOK"),
            Bytes.base64url(challenge),
            List.of(new CreationOptions.Algorithm("public-key", ES256)),
            PATIENCE.toMillis(),
            new CreationOptions.Selection("required", "required"),
            "none"));
  }

  public SignIn startSignIn() {
    SignInDocument document = SignInDocument.draw(clock.instant());
    byte[] challenge = document.challenge();
    return new SignIn(
        insert("sign-in", challenge, null, document.canonical()), toSign(challenge, List.of()));
  }

  /** Options for a signature with this challenge by one of these credentials. */
  public RequestOptions toSign(byte[] challenge, List<byte[]> credentials) {
    return new RequestOptions(
        Bytes.base64url(challenge),
        PATIENCE.toMillis(),
        page.relyingParty(),
        credentials.stream()
            .map(id -> new RequestOptions.Descriptor("public-key", Bytes.base64url(id)))
            .toList(),
        "required");
  }

  /** Ends a registration; empty when it was ended before, is over, or never was. */
  public Optional<Pending> takeRegistration(UUID ceremony) {
    return take("registration", ceremony)
        .query((row, n) ->
            new Pending(row.getBytes("challenge"), row.getObject("subject", UUID.class)))
        .optional();
  }

  /** Ends a sign-in and returns what is signed; empty as in {@link #takeRegistration}. */
  public Optional<SignInDocument> takeSignIn(UUID ceremony) {
    return take("sign-in", ceremony)
        .query((row, n) -> SignInDocument.read(row.getBytes("document")))
        .optional();
  }

  private UUID insert(
      String kind, byte[] challenge, @Nullable UUID subject, byte @Nullable [] document) {
    Instant now = clock.instant();
    database
        .sql("delete from ceremony where expires_at < :now")
        .param("now", Timestamp.from(now))
        .update();
    UUID id = UUID.randomUUID();
    database
        .sql(
            "insert into ceremony values (:id, :kind, :challenge, :subject, :expiresAt, :document)")
        .param("id", id)
        .param("kind", kind)
        .param("challenge", challenge)
        .param("subject", subject)
        .param("expiresAt", Timestamp.from(now.plus(PATIENCE)))
        .param("document", document)
        .update();
    return id;
  }

  private JdbcClient.StatementSpec take(String kind, UUID ceremony) {
    return database
        .sql(
            "delete from ceremony where id = :id and kind = :kind and expires_at > :now"
                + " returning challenge, subject, document")
        .param("id", ceremony)
        .param("kind", kind)
        .param("now", Timestamp.from(clock.instant()));
  }
}
