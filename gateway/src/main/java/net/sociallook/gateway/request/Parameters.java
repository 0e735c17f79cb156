package net.sociallook.gateway.request;

import static net.sociallook.gateway.request.NotUnderstoodException.unless;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads and writes query strings and forms: each name once, each with a value, valid UTF-8.
 *
 * @see <a href="https://url.spec.whatwg.org/#urlencoded-parsing">URL Standard,
 *     application/x-www-form-urlencoded</a>
 */
final class Parameters {
  private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9._-]{1,6000}");
  private static final int MOST = 16;
  private static final String UNRESERVED = "-._~";

  private Parameters() {}

  static Map<String, String> parse(String encoded) {
    Map<String, String> all = new LinkedHashMap<>();
    if (encoded.isEmpty()) {
      return all;
    }
    String[] pairs = encoded.split("&", -1);
    unless(pairs.length <= MOST, Misfit.NOT_UNDERSTOOD);
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      unless(equals > 0 && equals < pair.length() - 1, Misfit.NOT_UNDERSTOOD);
      String name = decode(pair.substring(0, equals));
      String value = decode(pair.substring(equals + 1));
      unless(all.put(name, value) == null, Misfit.NOT_UNDERSTOOD);
    }
    return all;
  }

  static boolean isCursor(String text) {
    return CURSOR.matcher(text).matches();
  }

  /** Encodes everything but unreserved characters. */
  static String encode(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return out.toString();
  }

  private static String decode(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      unless(c > 0x20 && c < 0x7f, Misfit.NOT_UNDERSTOOD);
      if (c == '%') {
        unless(i + 2 < text.length(), Misfit.NOT_UNDERSTOOD);
        int high = Character.digit(text.charAt(i + 1), 16);
        int low = Character.digit(text.charAt(i + 2), 16);
        unless(high >= 0 && low >= 0, Misfit.NOT_UNDERSTOOD);
        bytes.put((byte) (high * 16 + low));
        i += 2;
      } else {
        bytes.put((byte) (c == '+' ? ' ' : c));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new NotUnderstoodException(Misfit.NOT_UNDERSTOOD);
    }
  }
}
