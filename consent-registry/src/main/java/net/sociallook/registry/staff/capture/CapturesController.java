package net.sociallook.registry.staff.capture;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Permission;
import net.sociallook.registry.capture.Capture;
import net.sociallook.registry.capture.Captures;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.staff.Spoken;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was written down for clients without a device, and the form to do so. */
@Controller
class CapturesController {
  private final Captures captures;
  private final Writing writing;
  private final Who who;
  private final Clock clock;

  /** What people and institutions are called. */
  @Component
  record Who(Directory directory, Pseudonyms pseudonyms, Spoken spoken) {
    String client(Desk desk, UUID client) {
      return pseudonyms
          .of(client, desk.id())
          .map(pseudonym -> spoken.client(desk.id(), pseudonym))
          .orElse("");
    }

    String institution(Capture capture) {
      return institution(capture.recipient());
    }

    String institution(InstitutionId id) {
      return directory.institution(id).map(Institution::name).orElse(id.value());
    }

    List<Institution> others(Desk desk) {
      return directory.institutions().stream().filter(one -> !one.id().equals(desk.id())).toList();
    }

    static List<Institution.Caseworker> witnesses(Desk desk) {
      return desk.institution().caseworkers().stream()
          .filter(one -> !one.id().equals(desk.person().id()))
          .toList();
    }
  }

  CapturesController(Captures captures, Writing writing, Who who, Clock clock) {
    this.captures = captures;
    this.writing = writing;
    this.who = who;
    this.clock = clock;
  }

  record Line(UUID id, String client, String recipient, String level, String phase, Instant at) {}

  @GetMapping("/staff/captures")
  String list(Desk desk, Model model) {
    model.addAttribute(
        "captures",
        captures.newest(desk.id()).stream()
            .map(one ->
                new Line(
                    one.id(),
                    who.client(desk, one.client()),
                    who.institution(one),
                    one.level().code(),
                    captures.phase(one).code(),
                    one.createdAt()))
            .toList());
    model.addAttribute("recipients", who.others(desk));
    model.addAttribute("readings", PageLanguage.values());
    return "staff/captures";
  }

  @GetMapping("/staff/captures/new")
  String form(Desk desk, Model model) {
    if (!desk.institution().isHolder()) {
      // it could open nothing but its own data, of which there is none
      throw new Refused(Problem.NOT_FOUND);
    }
    return show(desk, CaptureForm.empty(clock), Optional.empty(), model);
  }

  @PostMapping("/staff/captures")
  Object prepare(
      Desk desk,
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String witness,
      @RequestParam(defaultValue = "") List<String> permissions,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "de") String reading,
      @RequestParam(defaultValue = "false") boolean released,
      HttpServletResponse response,
      Model model) {
    String language = PageLanguage.ofTag(reading).orElse(PageLanguage.DE).tag();
    CaptureForm form =
        new CaptureForm(
            client.strip(),
            recipient,
            level,
            witness,
            permissions,
            until,
            document.strip(),
            person,
            language,
            released);
    return switch (writing.prepare(desk, form)) {
      case Writing.Result.Prepared(Capture capture) ->
          Redirect.to("/staff/captures/" + capture.id() + "?reading=" + language);
      case Writing.Result.Wrong(Trouble trouble) -> {
        response.setStatus(Problem.NOT_WITHIN.status().value());
        yield show(desk, form, Optional.of(trouble), model);
      }
    };
  }

  private String show(Desk desk, CaptureForm form, Optional<Trouble> trouble, Model model) {
    model.addAttribute("capture", form);
    model.addAttribute("trouble", trouble.map(Trouble::code).orElse(null));
    model.addAttribute("field", trouble.map(Trouble::field).orElse(""));
    model.addAttribute("recipients", who.others(desk));
    model.addAttribute("witnesses", Who.witnesses(desk));
    model.addAttribute(
        "permissions", Arrays.stream(Permission.values()).map(Permission::code).toList());
    model.addAttribute("readings", PageLanguage.values());
    model.addAttribute("professionals", desk.institution().professionals());
    return "staff/capture-new";
  }
}
