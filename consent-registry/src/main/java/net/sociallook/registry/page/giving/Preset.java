package net.sociallook.registry.page.giving;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.Permission;

/** Several switches at once. None of them ticks what serves others than the client. */
public enum Preset {
  APPOINTMENTS(EnumSet.of(Permission.APPOINTMENTS_ARRANGE)),
  READ_ALONG(EnumSet.of(Permission.DOCUMENTS_READ, Permission.GOALS_VIEW)),
  TOGETHER(
      EnumSet.of(
          Permission.DOCUMENTS_READ,
          Permission.DOCUMENTS_SEND,
          Permission.APPOINTMENTS_ARRANGE,
          Permission.GOALS_VIEW,
          Permission.GOALS_AGREE,
          Permission.MESSAGES,
          Permission.NOTIFY_AT_ONCE));

  private final Set<Permission> permissions;

  Preset(Set<Permission> permissions) {
    this.permissions = permissions;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Preset> ofCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** Those that would tick something, and not all the same. */
  static List<Preset> of(Offer offer) {
    return Arrays.stream(values()).filter(one -> !one.ticks(offer).isEmpty()).toList();
  }

  /** Keys of options. */
  List<String> ticks(Offer offer) {
    return offer.options().stream()
        .filter(option -> permissions.contains(option.widest().permission()))
        .map(Option::key)
        .toList();
  }
}
