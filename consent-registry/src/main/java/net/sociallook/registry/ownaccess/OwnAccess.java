package net.sociallook.registry.ownaccess;

import java.util.Optional;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/**
 * What a client can do with her own data, where the operator has configured gateways. Another
 * package takes {@link #data} from here.
 */
public final class OwnAccess {
  private final Optional<Parts> parts;

  OwnAccess(Optional<Parts> parts) {
    this.parts = parts;
  }

  /** The things she can do. */
  record Parts(OwnData data, OwnItems items, Previews previews) {}

  /**
   * @throws Refused with {@link Problem#UNAVAILABLE} where it is not set up
   */
  public OwnData data() {
    return required().data();
  }

  /**
   * @throws Refused as {@link #data}
   */
  public OwnItems items() {
    return required().items();
  }

  /**
   * @throws Refused as {@link #data}
   */
  Previews previews() {
    return required().previews();
  }

  private Parts required() {
    return parts.orElseThrow(() -> new Refused(Problem.UNAVAILABLE));
  }
}
