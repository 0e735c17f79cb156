package net.sociallook.registry.link;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.link.PseudonymCipher.Owner;
import net.sociallook.registry.reach.Area;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.reach.Order;
import net.sociallook.registry.reach.Reaches;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who acts for whom, as clients and their representatives see it. */
@Component
public class Roles {
  private static final InstitutionId NOBODY = new InstitutionId("representative");
  private static final int LONGEST = 40;

  private final JdbcClient database;
  private final PseudonymCipher cipher;
  private final Clock clock;

  Roles(JdbcClient database, PseudonymCipher cipher, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * What one institution has endorsed.
   *
   * @param id of the invitation
   * @param device of whom it was endorsed for
   * @param endedAt before the order's own end
   */
  public record Role(
      UUID id,
      Reaches.Role role,
      InstitutionId institution,
      Order order,
      Device device,
      Instant since,
      Optional<Instant> endedAt) {
    public boolean isAlive(Instant now) {
      return endedAt.isEmpty() && order.until().isAfter(now);
    }
  }

  /**
   * A passkey of somebody who acts.
   *
   * @param person whose
   * @param key its credential id, in base64url
   */
  public record Device(UUID person, String key) {}

  /** All who ever acted for the client; those who do so now first, then the newest. */
  public List<Role> ofClient(UUID client) {
    return read("client", client);
  }

  /** For whom this person acts, and acted. */
  public List<Role> ofPerson(UUID person) {
    return read("representative", person);
  }

  private List<Role> read(String whose, UUID id) {
    Instant now = clock.instant();
    return database
        .sql(
            "select * from representation where "
                + whose
                + " = :id and endorsement is not null order by endorsed_at desc, invitation")
        .param("id", id)
        .query(Roles::role)
        .list()
        .stream()
        .sorted((one, other) -> Boolean.compare(other.isAlive(now), one.isAlive(now)))
        .toList();
  }

  /** What she calls the client; empty where she never said. */
  public Optional<String> nameOf(UUID person, UUID client) {
    return database
        .sql(
            "select name from represented_name where representative = :person and client = :client")
        .param("person", person)
        .param("client", client)
        .query((row, n) -> row.getBytes("name"))
        .optional()
        .map(stored ->
            new String(
                Base64.getUrlDecoder().decode(cipher.decrypt(new Owner(person, NOBODY), stored)),
                StandardCharsets.UTF_8));
  }

  /**
   * For her own eyes; an empty one is none.
   *
   * @throws Refused with {@link Problem#MALFORMED} if it is too long
   */
  public void call(UUID person, UUID client, String name) {
    String words = name.strip();
    if (words.codePointCount(0, words.length()) > LONGEST
        || words.codePoints().anyMatch(Character::isISOControl)) {
      throw new Refused(Problem.MALFORMED, "name: too long (expected: 40 characters at most)");
    }
    String encoded = Base64.getUrlEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    database
        .sql(
            words.isEmpty()
                ? "delete from represented_name where representative = :person and client = :client"
                : """
                insert into represented_name values (:person, :client, :name)
                on conflict (representative, client) do update set name = excluded.name\
                """)
        .param("person", person)
        .param("client", client)
        .param("name", cipher.encrypt(new Owner(person, NOBODY), encoded))
        .update();
  }

  private static Role role(ResultSet row, int number) throws SQLException {
    Capacity capacity = Capacity.ofCode(row.getString("capacity"));
    String[] areas = (String[]) row.getArray("areas").getArray();
    return new Role(
        row.getObject("invitation", UUID.class),
        new Reaches.Role(row.getObject("client", UUID.class), capacity),
        new InstitutionId(row.getString("institution")),
        new Order(
            capacity,
            Arrays.stream(areas).map(Area::ofCode).toList(),
            row.getTimestamp("ends_at").toInstant()),
        new Device(
            row.getObject("representative", UUID.class),
            Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("credential_id"))),
        row.getTimestamp("endorsed_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(java.sql.Timestamp::toInstant));
  }
}
