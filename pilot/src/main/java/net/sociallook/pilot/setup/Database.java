package net.sociallook.pilot.setup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import net.sociallook.pilot.process.StartFailed;

/**
 * A PostgreSQL database and the account that owns it.
 *
 * @param url JDBC address without user and password
 */
public record Database(String url, String user, String password) {
  private static final String PREFIX = "jdbc:postgresql://";

  /**
   * Reads an address such as {@code jdbc:postgresql://host/database?user=U&password=P}.
   *
   * @throws StartFailed if it is no such address
   */
  public static Database parse(String address) {
    String full = address.startsWith("jdbc:") ? address : "jdbc:" + address;
    int question = full.indexOf('?');
    if (!full.startsWith(PREFIX) || question < 0) {
      throw malformed();
    }
    Map<String, String> parameters = new HashMap<>();
    for (String pair : full.substring(question + 1).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], parts.length == 2 ? decoded(parts[1]) : "");
    }
    String user = parameters.get("user");
    if (user == null) {
      throw malformed();
    }
    return new Database(full.substring(0, question), user, parameters.getOrDefault("password", ""));
  }

  /** Another database on the same server, with the same owner. */
  public Database beside(String name) {
    return new Database(url.substring(0, url.lastIndexOf('/') + 1) + name, user, password);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static StartFailed malformed() {
    return new StartFailed(
        "--database: not understood (expected: jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD)");
  }

  @Override
  public String toString() {
    return url;
  }
}
