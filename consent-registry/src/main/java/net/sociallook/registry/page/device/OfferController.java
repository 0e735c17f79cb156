package net.sociallook.registry.page.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.device.Confirming;
import net.sociallook.registry.device.DeviceOffer;
import net.sociallook.registry.device.DeviceOffers;
import net.sociallook.registry.device.Devices;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.page.print.QrCode;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/** One more device, seen from the one that is there: a code, then six digits and a signature. */
@Controller
class OfferController {
  private final Devices devices;
  private final Offering offering;
  private final DeviceCookies cookies;
  private final String address;

  /** The code, and what comes of it. */
  @Component
  record Offering(DeviceOffers offers, Confirming confirming, OwnRoles roles) {}

  OfferController(
      Devices devices, Offering offering, DeviceCookies cookies, RegistryProperties properties) {
    this.devices = devices;
    this.offering = offering;
    this.cookies = cookies;
    this.address = properties.page().origin() + "/join";
  }

  /** Sent twice, the second takes the place of the first. */
  @PostMapping("/devices/offers")
  Object offer(Person person, HttpServletResponse response) {
    if (!devices.canEndorse(person)) {
      return "device/too-far";
    }
    DeviceOffers.Opened opened = offering.offers().open(person.id());
    cookies.writeOffered(response, opened);
    return Redirect.to("/devices/offers/" + opened.id());
  }

  @GetMapping("/devices/offers/{id}")
  String look(Person person, @PathVariable UUID id, HttpServletRequest request, Model model) {
    DeviceOffer offer = find(person, id);
    model.addAttribute("offer", offer);
    model.addAttribute("address", address);
    model.addAttribute("acts", offering.roles().actsForSomebody(person));
    model.addAttribute("herself", offering.roles().isClient(person));
    model.addAttribute(
        "code", cookies.readOffered(request, id).map(OfferController::spaced).orElse(null));
    offer
        .answer()
        .filter(answer -> offer.state() == DeviceOffer.State.ANSWERED)
        .ifPresent(answer -> {
          model.addAttribute("matchCode", JoinController.spaced(answer.matchCode()));
          model.addAttribute("kind", answer.kind().orElse(null));
          model.addAttribute(
              "options",
              JsonMapper.shared()
                  .writeValueAsString(
                      offering.confirming().options(person.id(), answer.document())));
        });
    return "device/offer";
  }

  @GetMapping("/devices/offers/{id}/code.svg")
  ResponseEntity<String> qrCode(Person person, @PathVariable UUID id, HttpServletRequest request) {
    find(person, id);
    Optional<InvitationCode> code = cookies.readOffered(request, id);
    return code.map(one ->
            ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(new QrCode(address + "#" + one.value()).svg()))
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  /** The digits differ: nothing of the new device is kept. */
  @PostMapping("/devices/offers/{id}/refusal")
  Redirect refuse(Person person, @PathVariable UUID id) {
    offering.offers().end(person.id(), id);
    return Redirect.to("/devices/offers/" + id);
  }

  private DeviceOffer find(Person person, UUID id) {
    return offering
        .offers()
        .find(person.id(), id)
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private static String spaced(InvitationCode code) {
    String value = code.value();
    return value.substring(0, 4) + " " + value.substring(4, 8) + " " + value.substring(8);
  }
}
