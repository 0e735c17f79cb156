package net.sociallook.registry.staff.person;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.staff.StaffProperties;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who of the staff has passkeys. Only where the certificate is can codes be made, and keys end. */
@Controller
class PeopleController {
  private final StaffPasskeys passkeys;
  private final StaffCodes codes;
  private final String origin;

  PeopleController(StaffPasskeys passkeys, StaffCodes codes, StaffProperties properties) {
    this.passkeys = passkeys;
    this.codes = codes;
    this.origin = properties.origin().toString();
  }

  /** One caseworker of the directory. */
  record Person(String id, String name, String role, List<Key> keys) {}

  /**
   * @param vouchedBy name of who sat there when the code was made
   */
  record Key(String id, Instant createdAt, String vouchedBy) {}

  @GetMapping("/staff/people")
  String list(Desk desk, HttpServletRequest request, Model model) {
    List<StaffPasskeys.Held> held = passkeys.of(desk.id());
    model.addAttribute(
        "people",
        desk.institution().caseworkers().stream()
            .map(one ->
                new Person(one.id().value(), one.name(), one.role(), keys(desk, one.id(), held)))
            .toList());
    model.addAttribute("certified", isCertified(desk, request));
    return "staff/people";
  }

  /** Shown here and never again: the code is kept as its hash alone. Loading anew makes another. */
  @PostMapping("/staff/people/{caseworker}/code")
  String makeCode(
      Desk desk, @PathVariable String caseworker, HttpServletRequest request, Model model) {
    requireCertified(desk, request);
    Institution.Caseworker person =
        desk.institution().caseworkers().stream()
            .filter(one -> one.id().value().equals(caseworker))
            .findFirst()
            .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    StaffCodes.Made made =
        codes.make(new StaffPasskeys.Owner(desk.id(), person.id(), desk.person().id()));
    model.addAttribute("person", person);
    model.addAttribute("code", made.code().replaceAll("(.{4})(?=.)", "$1 "));
    model.addAttribute("expiresAt", made.expiresAt());
    model.addAttribute("address", origin + "/staff/passkey/new");
    return "staff/people-code";
  }

  @PostMapping("/staff/people/passkeys/{id}/end")
  Redirect end(Desk desk, @PathVariable String id, HttpServletRequest request) {
    requireCertified(desk, request);
    passkeys.end(desk.id(), bytes(id), desk.person().id());
    return Redirect.to("/staff/people");
  }

  private static List<Key> keys(Desk desk, CaseworkerId person, List<StaffPasskeys.Held> held) {
    return held.stream()
        .filter(one -> one.owner().person().equals(person))
        .map(one -> new Key(one.id(), one.createdAt(), name(desk, one.owner().vouchedBy())))
        .toList();
  }

  private static String name(Desk desk, CaseworkerId id) {
    return desk.institution().caseworker(id).map(Institution.Caseworker::name).orElse(id.value());
  }

  private static boolean isCertified(Desk desk, HttpServletRequest request) {
    return Caller.institution(request).filter(one -> one.id().equals(desk.id())).isPresent();
  }

  private static void requireCertified(Desk desk, HttpServletRequest request) {
    if (!isCertified(desk, request)) {
      throw new Refused(Problem.SIGN_IN_NEEDED);
    }
  }

  private static byte[] bytes(String id) {
    try {
      return Base64.getUrlDecoder().decode(id);
    } catch (IllegalArgumentException e) {
      throw new Refused(Problem.NOT_FOUND);
    }
  }
}
