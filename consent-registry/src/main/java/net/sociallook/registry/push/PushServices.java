package net.sociallook.registry.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The push services that may be spoken to. The address of a device comes from the browser, so from
 * anybody: without this list the registry would fetch what strangers name.
 */
public final class PushServices {
  private static final int LONGEST = 2_048;

  /** A host name in lower case with at least two labels, or one behind {@code *.}, or a port. */
  private static final Pattern ALLOWED =
      Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]{1,5})?");

  private static final Pattern LABELS = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+");

  /** Printable ASCII without what parsers disagree on. */
  private static final Pattern SOUND = Pattern.compile("[!-~&&[^\\\\\"<>^`{|}]]+");

  private final List<String> allowed;

  /**
   * @param allowed {@code host}, {@code *.host} for what is below it, each with {@code :port} where
   *     it is not 443
   * @throws IllegalArgumentException naming what is none of these
   */
  PushServices(List<String> allowed) {
    this.allowed = List.copyOf(allowed);
    for (String one : allowed) {
      if (!ALLOWED.matcher(one).matches()) {
        throw new IllegalArgumentException(one + " (expected: host, *.host or host:port)");
      }
    }
  }

  /** The address, where it leads to one of them and nowhere else. */
  public Optional<URI> find(String endpoint) {
    if (endpoint.length() > LONGEST || !SOUND.matcher(endpoint).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(endpoint)).filter(this::isAllowed);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean isAllowed(URI address) {
    String host = address.getHost();
    boolean plain =
        "https".equals(address.getScheme())
            && host != null
            && address.getRawUserInfo() == null
            && address.getRawFragment() == null;
    if (!plain || !authority(address).equals(address.getRawAuthority())) {
      return false;
    }
    return allowed.stream().anyMatch(one -> fits(authority(address), one));
  }

  /** Host and port are all that an authority may consist of; 443 goes without saying. */
  private static String authority(URI address) {
    return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }

  private static boolean fits(String authority, String allowed) {
    if (!allowed.startsWith("*.")) {
      return authority.equals(allowed);
    }
    String parent = allowed.substring(2);
    return authority.endsWith("." + parent)
        && LABELS.matcher(authority.substring(0, authority.length() - parent.length())).matches();
  }
}
