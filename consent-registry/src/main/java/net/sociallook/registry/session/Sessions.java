package net.sociallook.registry.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.passkey.Assertion;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.passkey.SignInDocument;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.reach.Reach;
import net.sociallook.registry.reach.Reaches;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions of at most 30 minutes. The cookie holds a random value; the database holds its hash, so
 * that who reads the database cannot be anybody.
 */
@Component
public class Sessions {
  private static final String READ = Sessions.class.getName() + ".read";

  private final JdbcClient database;
  private final Clock clock;
  private final Reaches reaches;
  private final SessionCookie cookie;

  Sessions(JdbcClient database, Clock clock, Reaches reaches, RegistryProperties properties) {
    this.database = database;
    this.clock = clock;
    this.reaches = reaches;
    this.cookie = new SessionCookie("https".equals(properties.page().origin().getScheme()));
  }

  /** A new session and the cookie that carries it. */
  public record Opened(SignedIn signedIn, ResponseCookie cookie) {}

  /**
   * For a client who has just registered a passkey. Nobody signed for this session, so it opens no
   * own access.
   */
  public Opened open(Passkey passkey) {
    Instant expiresAt = clock.instant().plus(SignInDocument.LONGEST);
    SignedIn signedIn = new SignedIn(passkey.client(), UUID.randomUUID(), expiresAt, Reach.OWN);
    return insert(signedIn, passkey.credentialId(), null, null);
  }

  /**
   * For somebody who has signed in; the evidence stays with the session. Who is no client, and acts
   * for one, begins to do so.
   *
   * @throws Refused with {@link Problem#SIGNATURE_REFUSED} if the passkey was removed meanwhile
   */
  Opened open(SignInDocument document, Assertion assertion) {
    SignedIn signedIn =
        new SignedIn(assertion.client(), document.session(), document.expires(), Reach.OWN);
    Opened opened = insert(signedIn, assertion.credentialId(), document.canonical(), assertion);
    reaches
        .onlyRole(assertion.client(), assertion.credentialId())
        .ifPresent(role -> act(document.session(), Optional.of(role)));
    return opened;
  }

  /**
   * From now on the session acts for this client, or for its owner herself.
   *
   * @throws Refused with {@link Problem#NOT_FOUND} where she may not
   */
  public void actFor(Person person, Optional<Reaches.Role> role) {
    if (role.isPresent()
        && person
            .credential()
            .flatMap(credential -> reaches.of(person.id(), credential, role.get()))
            .isEmpty()) {
      throw new Refused(Problem.NOT_FOUND);
    }
    act(person.session(), role);
  }

  private void act(UUID session, Optional<Reaches.Role> role) {
    database
        .sql("update session set acts_for = :client, acts_as = :capacity where id = :session")
        .param("client", role.map(Reaches.Role::client).orElse(null), Types.OTHER)
        .param("capacity", role.map(one -> one.capacity().code()).orElse(null), Types.VARCHAR)
        .param("session", session)
        .update();
  }

  private Opened insert(
      SignedIn signedIn,
      byte[] passkey,
      byte @Nullable [] document,
      @Nullable Assertion assertion) {
    Instant now = clock.instant();
    database
        .sql("delete from session where expires_at < :now")
        .param("now", Timestamp.from(now))
        .update();
    String value = Bytes.base64url(Bytes.random(32));
    int begun =
        database
            .sql(
                """
                insert into session (token_hash, client, expires_at, id, document, credential_id,
                                     authenticator_data, client_data, signature, passkey)
                select :hash, :client, cast(:expiresAt as timestamptz), :id,
                       cast(:document as bytea), cast(:credential as bytea),
                       cast(:authenticatorData as bytea), cast(:clientData as bytea),
                       cast(:signature as bytea), credential_id
                from passkey where credential_id = :passkey and removed_at is null
                for share\
                """)
            .param("hash", hash(value))
            .param("client", signedIn.client())
            .param("expiresAt", Timestamp.from(signedIn.expiresAt()))
            .param("id", signedIn.session())
            .param("passkey", passkey)
            .param("document", document)
            .param("credential", assertion == null ? null : assertion.credentialId())
            .param("authenticatorData", assertion == null ? null : assertion.authenticatorData())
            .param("clientData", assertion == null ? null : assertion.clientData())
            .param("signature", assertion == null ? null : assertion.signature())
            .update();
    if (begun == 0) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
    return new Opened(signedIn, cookie.of(value, Duration.between(now, signedIn.expiresAt())));
  }

  /**
   * Empty when the request carries no session, or one that is over, also because nothing is left of
   * what its owner reached for the client.
   */
  Optional<SignedIn> of(HttpServletRequest request) {
    return person(request)
        .flatMap(person ->
            reachOf(person)
                .map(reach ->
                    new SignedIn(
                        person.role().map(Reaches.Role::client).orElse(person.id()),
                        person.session(),
                        person.expiresAt(),
                        reach)));
  }

  private Optional<Reach> reachOf(Person person) {
    if (person.role().isEmpty()) {
      return Optional.of(Reach.OWN);
    }
    return person
        .credential()
        .flatMap(credential -> reaches.of(person.id(), credential, person.role().get()))
        .map(acting -> acting);
  }

  /**
   * Whoever is signed in, for whomever she acts; empty as {@link #of}, but for the reach. Read once
   * in a request, which many ask for it: what changes in between counts from the next one on.
   */
  public Optional<Person> person(HttpServletRequest request) {
    if (request.getAttribute(READ) instanceof Read(Optional<Person> before)) {
      return before;
    }
    Optional<Person> person = cookie.read(request).flatMap(this::find);
    request.setAttribute(READ, new Read(person));
    return person;
  }

  /** What the database said in this request. */
  private record Read(Optional<Person> person) {}

  private Optional<Person> find(String value) {
    return database
        .sql("select * from session where token_hash = :hash and expires_at > :now")
        .param("hash", hash(value))
        .param("now", Timestamp.from(clock.instant()))
        .query(Sessions::person)
        .optional();
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    UUID client = row.getObject("acts_for", UUID.class);
    return new Person(
        row.getObject("client", UUID.class),
        row.getObject("id", UUID.class),
        row.getTimestamp("expires_at").toInstant(),
        client == null
            ? Optional.empty()
            : Optional.of(new Reaches.Role(client, Capacity.ofCode(row.getString("acts_as")))),
        Optional.ofNullable(row.getBytes("credential_id")));
  }

  /**
   * What forms of the page carry inside the request's session; empty without a session's cookie.
   * Only who has the cookie can know it.
   */
  public Optional<String> formToken(HttpServletRequest request) {
    return cookie.read(request).map(value -> Bytes.base64url(hash("form " + value)));
  }

  /** Id of the passkey with which a session was begun; empty for one that is over. */
  public Optional<byte[]> passkeyOf(UUID session) {
    return database
        .sql("select passkey from session where id = :id and passkey is not null")
        .param("id", session)
        .query((row, n) -> row.getBytes("passkey"))
        .optional();
  }

  /**
   * Ends all sessions that were begun with a passkey, within the caller's transaction.
   *
   * @return ids of those that somebody signed for: they have to end at the gateways too
   */
  public List<UUID> endAll(byte[] passkey) {
    return database
        .sql("delete from session where passkey = :passkey returning id, document is not null")
        .param("passkey", passkey)
        .query((row, n) ->
            row.getBoolean(2)
                ? Optional.of(row.getObject("id", UUID.class))
                : Optional.<UUID>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Ends the request's session; the id of one that was ended, and that somebody signed for. */
  Optional<UUID> end(HttpServletRequest request) {
    request.removeAttribute(READ);
    return cookie
        .read(request)
        .flatMap(value ->
            database
                .sql("delete from session where token_hash = :hash returning id, document")
                .param("hash", hash(value))
                .query((row, n) ->
                    row.getBytes("document") == null
                        ? Optional.<UUID>empty()
                        : Optional.of(row.getObject("id", UUID.class)))
                .optional()
                .flatMap(signed -> signed));
  }

  /** Ends all sessions of a person; the ids of those that she signed for. */
  List<UUID> endAll(UUID person) {
    return database
        .sql("delete from session where client = :person returning id, document")
        .param("person", person)
        .query((row, n) ->
            row.getBytes("document") == null
                ? Optional.<UUID>empty()
                : Optional.of(row.getObject("id", UUID.class)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The cookie that clears the other one. */
  public ResponseCookie none() {
    return cookie.of("", Duration.ZERO);
  }

  private static byte[] hash(String value) {
    return Bytes.sha256(value.getBytes(StandardCharsets.UTF_8));
  }
}
