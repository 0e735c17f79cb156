package net.sociallook.registry.grant;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.registry.reach.Capacity;

/**
 * The sentences of {@link ConsentText} in one language: {@code wording/<language>.properties}. They
 * are what clients sign, so they stand apart from the texts of the page. Names that are put into
 * them are isolated where the sentence runs from right to left.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates">UAX 9</a>
 */
final class Wording {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String ISOLATED = "\u2068%s\u2069";
  private static final int RIGHTS = 5;
  private static final int UNBLOCKING = 3;
  private static final Map<Language, Wording> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Wording(language));
    }
  }

  private final Language language;
  private final Properties sentences = new Properties();

  private Wording(Language language) {
    this.language = language;
    String resource = "/wording/" + language.code() + ".properties";
    try (InputStream in = Wording.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": missing (expected: in the jar)");
      }
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Wording in(Language language) {
    return Optional.ofNullable(ALL.get(language)).orElseThrow();
  }

  String allow(String recipient) {
    return with("allow", recipient);
  }

  /** What who acts for the client says of herself. */
  String acting(Capacity capacity) {
    return with("acting." + capacity.code()) + "\n" + with("acting.means");
  }

  /** Who is there, where the client has no device of her own. */
  String witnessed(Capturing.Names names) {
    return String.join(
        "\n",
        with("witnessed.1", names.institution()),
        with("witnessed.2", names.caseworker(), names.witness()),
        with("witnessed.3"));
  }

  String permission(Permission permission) {
    return with("permission." + permission.code());
  }

  String holder(String name) {
    return with("holder", name);
  }

  String onlyDocument(String id) {
    return with("only-document", id);
  }

  String onlyTeam(String name) {
    return with("only-team", name);
  }

  String onlyPerson(String name) {
    return with("only-person", name);
  }

  /** The end of a day is 24:00 of that day, which pages call the last. */
  String period(Period period) {
    ZonedDateTime end = period.end().atZone(BERLIN);
    return with("period")
        .formatted(
            moment(with("moment"), period.start().atZone(BERLIN)),
            end.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment(with("moment").replace("HH", "kk"), end.minusDays(1))
                : moment(with("moment"), end));
  }

  private String moment(String pattern, ZonedDateTime at) {
    return DateTimeFormatter.ofPattern(pattern, language.formats()).format(at);
  }

  /** Nothing for what is normally seen. */
  Optional<String> ceiling(Confidentiality ceiling) {
    return switch (ceiling) {
      case U, L, M -> Optional.of(with("ceiling.low", ceiling.name()));
      case N -> Optional.empty();
      case R -> Optional.of(with("ceiling.r"));
      case V -> Optional.of(with("ceiling.v"));
    };
  }

  List<String> rights() {
    return IntStream.rangeClosed(1, RIGHTS).mapToObj(n -> with("rights." + n)).toList();
  }

  /** What is lifted, and what follows from it. */
  List<String> unblock(String what) {
    return IntStream.rangeClosed(1, UNBLOCKING)
        .mapToObj(n -> n == 1 ? with("unblock.1").formatted(what) : with("unblock." + n))
        .toList();
  }

  /** Frees persons from secrecy, towards this recipient. */
  String release(String recipient) {
    return with("release", recipient);
  }

  String releaseEnds() {
    return with("release-ends");
  }

  String everything() {
    return with("everything");
  }

  String named(String name) {
    return language.isRightToLeft() ? ISOLATED.formatted(name) : name;
  }

  String documentAt(String id, String holder) {
    return with("document-at", id, holder);
  }

  String sensitivity(String code) {
    return with("sensitivity", code);
  }

  /** The names, each put where the sentence wants it. */
  private String with(String key, String... names) {
    String sentence =
        Optional.ofNullable(sentences.getProperty(key))
            .orElseThrow(
                () -> new IllegalStateException(key + ": missing (expected: in " + language + ")"));
    return names.length == 0
        ? sentence
        : sentence.formatted(java.util.Arrays.stream(names).map(this::named).toArray());
  }
}
