package net.sociallook.registry.page.arrive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import net.sociallook.registry.link.Arrivals;
import net.sociallook.registry.page.Redirect;

/** Why a code does not lead on; each has words of its own on the page of the code. */
enum Trouble {
  USED,
  EXPIRED,
  UNKNOWN,
  TOO_MANY_TRIES;

  /** Also the last part of the texts' keys. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Trouble> ofCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  static Optional<Trouble> of(Arrivals.State state) {
    return switch (state) {
      case OPEN -> Optional.empty();
      case USED -> Optional.of(USED);
      case EXPIRED -> Optional.of(EXPIRED);
      case UNKNOWN -> Optional.of(UNKNOWN);
    };
  }

  Redirect redirect() {
    return Redirect.to("/arrive?trouble=" + code());
  }
}
