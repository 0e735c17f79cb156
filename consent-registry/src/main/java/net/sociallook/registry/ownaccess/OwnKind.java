package net.sociallook.registry.ownaccess;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import net.sociallook.consent.ResourceType;

/** The kinds of data that a client looks at, as the page's addresses name them. */
public enum OwnKind {
  DOCUMENTS(ResourceType.DOCUMENT_REFERENCE),
  APPOINTMENTS(ResourceType.APPOINTMENT),
  GOALS(ResourceType.GOAL),
  PLANS(ResourceType.CARE_PLAN),
  MESSAGES(ResourceType.COMMUNICATION),
  REFERRALS(ResourceType.SERVICE_REQUEST),
  TASKS(ResourceType.TASK),
  CONTACT(ResourceType.PATIENT);

  private final ResourceType type;

  OwnKind(ResourceType type) {
    this.type = type;
  }

  public ResourceType type() {
    return type;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<OwnKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
