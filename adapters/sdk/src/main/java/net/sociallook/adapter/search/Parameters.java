package net.sociallook.adapter.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;

/**
 * The parameters of a query, decoded: each name one of those allowed, without modifier, in the
 * order of the names.
 */
public record Parameters(TreeMap<String, List<String>> values) {
  private static final int MOST_CHARACTERS = 4096;

  /**
   * @param query as sent; may be empty
   * @throws RefusedException if a name is not allowed or something cannot be decoded
   */
  public static Parameters parse(String query, Set<String> allowed) {
    if (query.length() > MOST_CHARACTERS) {
      throw new RefusedException(Refusal.PARAMETER_VALUE);
    }
    TreeMap<String, List<String>> values =
        Stream.of(query.split("&", -1))
            .filter(pair -> !query.isEmpty())
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.groupingBy(
                    pair -> decode(pair[0]),
                    TreeMap::new,
                    Collectors.mapping(
                        pair -> pair.length == 2 ? decode(pair[1]) : "", Collectors.toList())));
    if (!allowed.containsAll(values.keySet())) {
      throw new RefusedException(Refusal.PARAMETER_UNKNOWN);
    }
    return new Parameters(values);
  }

  /** The value of a parameter that may be given once. */
  Optional<String> one(String name) {
    List<String> all = all(name);
    if (all.size() > 1 || all.contains("")) {
      throw new RefusedException(Refusal.PARAMETER_VALUE);
    }
    return all.stream().findFirst();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** All but some, as a query, in an order that does not depend on the order as sent. */
  String without(Set<String> names) {
    return values.entrySet().stream()
        .filter(entry -> !names.contains(entry.getKey()))
        .flatMap(
            entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + encode(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String decode(String encoded) {
    try {
      String text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      boolean odd = text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0xfffd);
      if (odd) {
        throw new RefusedException(Refusal.PARAMETER_VALUE);
      }
      return text;
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.PARAMETER_VALUE);
    }
  }
}
