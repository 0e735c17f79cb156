package net.sociallook.registry.device;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.link.WrongCodes;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.KeyDocument;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** The new device's half: it brings a code, and a key of its own. */
@Component
public class Joining {
  private final DeviceOffers offers;
  private final WrongCodes wrongCodes;
  private final Clock clock;

  Joining(DeviceOffers offers, WrongCodes wrongCodes, Clock clock) {
    this.offers = offers;
    this.wrongCodes = wrongCodes;
    this.clock = clock;
  }

  /**
   * Empty where the code is unknown.
   *
   * @param request whose sender is held back after too many wrong codes
   * @throws Refused with {@link Problem#TOO_MANY_TRIES}
   */
  public Optional<DeviceOffer> look(InvitationCode code, HttpServletRequest request) {
    wrongCodes.requireFew(request);
    Optional<DeviceOffer> offer = offers.find(code);
    if (offer.isEmpty()) {
      wrongCodes.count(request);
    }
    return offer;
  }

  /**
   * @param made the new key, under whatever client
   * @throws Refused with {@link Problem#ENDED} when another device was first, or time is over
   */
  String join(DeviceOffer offer, Passkey made, Optional<String> kind) {
    DeviceOffer.Answer answer =
        new DeviceOffer.Answer(
            new Passkey(made.credentialId(), offer.client(), made.publicKey(), made.signCount()),
            Bytes.random(32),
            KeyDocument.draw(made.publicKey(), clock.instant()),
            kind);
    if (!offers.answer(offer, answer)) {
      throw new Refused(Problem.ENDED);
    }
    return answer.matchCode();
  }
}
