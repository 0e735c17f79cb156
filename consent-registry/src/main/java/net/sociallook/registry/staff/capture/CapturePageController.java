package net.sociallook.registry.staff.capture;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.capture.Capture;
import net.sociallook.registry.capture.Captures;
import net.sociallook.registry.capture.Scan;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** One capture: read it out, record the signed sheet, state it, and what came of it. */
@Controller
class CapturePageController {
  private static final int LARGEST = 10 * 1024 * 1024;

  private final Captures captures;
  private final Reading reading;
  private final CapturesController.Who who;
  private final JsonMapper json;

  CapturePageController(
      Captures captures, Reading reading, CapturesController.Who who, JsonMapper json) {
    this.captures = captures;
    this.reading = reading;
    this.who = who;
    this.json = json;
  }

  @GetMapping("/staff/captures/{id}")
  String show(
      Desk desk,
      @PathVariable UUID id,
      @RequestParam(name = "reading", defaultValue = "de") String tag,
      @RequestParam(defaultValue = "") String trouble,
      Model model) {
    Capture capture = captures.find(desk.id(), id);
    PageLanguage language =
        PageLanguage.ofTag(tag).orElseThrow(() -> new Refused(Problem.MALFORMED));
    Capture.Phase phase = captures.phase(capture);
    model.addAttribute("capture", capture);
    model.addAttribute("phase", phase.code());
    model.addAttribute("client", who.client(desk, capture.client()));
    model.addAttribute("recipient", who.institution(capture));
    model.addAttribute(
        "witness",
        desk.institution()
            .caseworker(capture.witness())
            .map(one -> one.name())
            .orElse(capture.witness().value()));
    model.addAttribute("spoken", reading.of(capture, language));
    model.addAttribute("readings", PageLanguage.values());
    model.addAttribute("signedDirection", "ltr");
    model.addAttribute("today", LocalDate.now(ZoneId.of("Europe/Berlin")).toString());
    model.addAttribute("keys", desk.institution().signingKeys().keySet());
    if (phase == Capture.Phase.UNSTATED) {
      model.addAttribute(
          "claims", json.writeValueAsString(captures.toState(desk.institution(), capture)));
    }
    model.addAttribute(
        "trouble", trouble.matches("unconfirmed|refused|changed|sheet|day") ? trouble : null);
    return "staff/capture";
  }

  /** The second time it finds it given, and changes nothing. */
  @PostMapping("/staff/captures/{id}/statement")
  Redirect state(
      Desk desk,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean said,
      @RequestParam(defaultValue = "") String statement) {
    String back = "/staff/captures/" + id;
    if (!said) {
      return Redirect.to(back + "?trouble=unconfirmed");
    }
    try {
      captures.state(
          desk.institution(), id, statement.replaceAll("\\s", ""), Optional.of(desk.attested()));
      return Redirect.to(back);
    } catch (Refused refused) {
      return switch (refused.problem()) {
        case STATEMENT_REFUSED -> Redirect.to(back + "?trouble=refused");
        case GRANT_CHANGED -> Redirect.to(back + "?trouble=changed");
        case ENDED -> Redirect.to(back);
        default -> throw refused;
      };
    }
  }

  /** Hashes the sheet, and forgets it. */
  @PostMapping("/staff/captures/{id}/scan")
  Redirect attach(
      Desk desk,
      @PathVariable UUID id,
      @RequestParam MultipartFile sheet,
      @RequestParam(defaultValue = "") String signedOn)
      throws IOException {
    String back = "/staff/captures/" + id;
    byte[] file = sheet.getBytes();
    if (file.length > LARGEST || !SheetType.isOne(file)) {
      return Redirect.to(back + "?trouble=sheet");
    }
    try {
      captures.attach(
          desk.institution(),
          id,
          new Scan(Bytes.sha256(file), LocalDate.parse(signedOn)),
          Optional.of(desk.attested()));
      return Redirect.to(back);
    } catch (DateTimeException e) {
      return Redirect.to(back + "?trouble=day");
    } catch (Refused refused) {
      return switch (refused.problem()) {
        case MALFORMED -> Redirect.to(back + "?trouble=day");
        case ENDED -> Redirect.to(back);
        default -> throw refused;
      };
    }
  }
}
