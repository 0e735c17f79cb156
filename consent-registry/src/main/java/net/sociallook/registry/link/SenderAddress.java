package net.sociallook.registry.link;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.consent.Sender;

/** Who sends a request of whom nothing else is known. */
final class SenderAddress {
  /** Numbers and colons alone: Java would look up everything else as a name. */
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  private static final String DOTTED = "(?:" + BYTE + "\\.){3}" + BYTE;
  private static final String PORT = "(?::[0-9]{1,5})?";
  private static final Pattern V4 = Pattern.compile("(" + DOTTED + ")" + PORT);
  private static final Pattern V6 =
      Pattern.compile(
          "\\[?([0-9a-fA-F]{0,4}:[0-9a-fA-F:]*(?:"
              + DOTTED
              + ")?)(?:%[^\\]]*)?(?:\\]"
              + PORT
              + ")?");

  private SenderAddress() {}

  /**
   * The network, as {@link Sender} has it; what is no address stands for itself. The operator's
   * proxy adds the address that it sees as the last one, in the same line or in one of its own;
   * before that stands anything.
   */
  static String of(HttpServletRequest request) {
    List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
    if (forwarded.isEmpty()) {
      return of(request.getRemoteAddr());
    }
    String last = forwarded.getLast();
    return of(last.substring(last.lastIndexOf(',') + 1).strip());
  }

  /**
   * @param written an address as proxies write it, with brackets, zone and port or without
   */
  static String of(String written) {
    return literal(V4.matcher(written))
        .or(() -> literal(V6.matcher(written)))
        .map(Sender::of)
        .map(Sender::network)
        .orElse(written);
  }

  private static Optional<InetAddress> literal(Matcher address) {
    if (!address.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(address.group(1)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
