package net.sociallook.registry.staff.invite;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.link.Inviting;
import net.sociallook.registry.link.LocalId;
import net.sociallook.registry.link.Representing;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.reach.Area;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.reach.Order;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Inviting who acts for a client by law, and ending that. */
@Controller
class RepresentativeController {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Representing representing;
  private final SheetCookie cookie;
  private final Clock clock;

  RepresentativeController(Representing representing, SheetCookie cookie, Clock clock) {
    this.representing = representing;
    this.cookie = cookie;
    this.clock = clock;
  }

  @GetMapping("/staff/representatives")
  String form(Desk desk, @RequestParam(defaultValue = "") String trouble, Model model) {
    model.addAttribute("trouble", trouble.matches("client|order") ? trouble : null);
    model.addAttribute("areas", java.util.Arrays.stream(Area.values()).map(Area::code).toList());
    return "staff/representative";
  }

  /** Sent twice, the second takes the place of the first, which nobody has used. */
  @PostMapping("/staff/representatives")
  Redirect invite(
      Desk desk,
      @RequestParam String localId,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(name = "area", defaultValue = "") List<String> areas,
      @RequestParam(defaultValue = "") String until,
      HttpServletResponse response) {
    String number = localId.strip();
    if (!LocalId.isOne(number)) {
      return Redirect.to("/staff/representatives?trouble=client");
    }
    try {
      Inviting.Opened opened =
          representing.open(
              desk.id(), desk.attested(), new LocalId(number), order(as, areas, until));
      cookie.write(response, opened);
      return Redirect.to("/staff/invitations/" + opened.id() + "/sheet");
    } catch (DateTimeException | IllegalArgumentException wrong) {
      return Redirect.to("/staff/representatives?trouble=order");
    } catch (Refused refused) {
      if (refused.problem() != Problem.NOT_LINKED) {
        throw refused;
      }
      return Redirect.to("/staff/representatives?trouble=client");
    }
  }

  /** All sessions of who had the role end at once. The second time nothing happens. */
  @PostMapping("/staff/representatives/{id}/end")
  Redirect end(Desk desk, @PathVariable UUID id) {
    return switch (representing.endByInstitution(desk.id(), id)) {
      case EFFECTIVE, CHECKING -> Redirect.to("/staff/invitations/" + id);
    };
  }

  /**
   * @param until the last day
   * @throws IllegalArgumentException if it is no order that can be endorsed
   */
  private Order order(String as, List<String> areas, String until) {
    Capacity capacity = Capacity.ofCode(as);
    Instant end = LocalDate.parse(until).plusDays(1).atStartOfDay(BERLIN).toInstant();
    List<Area> within =
        capacity == Capacity.GUARDIAN ? List.of() : areas.stream().map(Area::ofCode).toList();
    return new Order(capacity, within, end).requireEndorsable(clock.instant());
  }
}
