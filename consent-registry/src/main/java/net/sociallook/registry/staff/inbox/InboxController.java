package net.sociallook.registry.staff.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.ownaccess.Listing;
import net.sociallook.registry.ownaccess.Outcome;
import net.sociallook.registry.ownaccess.OwnFiles;
import net.sociallook.registry.ownaccess.OwnKind;
import net.sociallook.registry.page.own.Part;
import net.sociallook.registry.page.own.Parts;
import net.sociallook.registry.received.GivenToUs;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.staff.Spoken;
import net.sociallook.registry.web.BrokenOff;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Whose data are open, and one kind of one client's data at one holder. */
@Controller
class InboxController {
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9.-]{1,60}-[1-9][0-9]{0,2}");
  private static final int MOST = 100;

  private final GivenToUs grants;
  private final InboxReading reading;
  private final Parts parts;
  private final Words words;

  InboxController(
      GivenToUs grants, InboxReading reading, InboxConfiguration.Shown shown, Words words) {
    this.grants = grants;
    this.reading = reading;
    this.parts = shown.parts();
    this.words = words;
  }

  /** Names for ids. */
  @Component
  record Words(Directory directory, Spoken spoken) {
    String holder(Room room) {
      return directory.institution(room.holder()).map(Institution::name).orElse("–");
    }
  }

  record Client(UUID grant, String name, List<Holder> holders) {}

  /**
   * @param kinds last parts of texts' keys
   */
  record Holder(String id, String name, List<String> kinds) {}

  @GetMapping("/staff/inbox")
  String overview(Desk desk, @RequestParam Optional<UUID> after, Model model) {
    requireInbox(desk);
    if (!desk.isProven()) {
      return "staff/inbox-passkey";
    }
    GivenToUs.Part part = grants.part(desk.id(), after);
    model.addAttribute(
        "clients",
        part.grants().stream()
            .map(given -> client(desk, given))
            .filter(client -> !client.holders().isEmpty())
            .toList());
    model.addAttribute("next", part.next().orElse(null));
    return "staff/inbox";
  }

  @GetMapping("/staff/inbox/{grant}/{holder}/{kind}")
  String read(
      Desk desk,
      @PathVariable UUID grant,
      @PathVariable String holder,
      @PathVariable String kind,
      HttpServletResponse response,
      Model model) {
    requireInbox(desk);
    if (!desk.isProven()) {
      return "staff/inbox-passkey";
    }
    OwnKind wanted = OwnKind.ofCode(kind).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    Optional<Room> room = room(desk, grant, holder, wanted);
    if (room.isEmpty()) {
      return gone(response);
    }
    Outcome<Listing> outcome = reading.read(desk, room.get(), wanted);
    if (outcome instanceof Outcome.Refused<Listing>(int status)
        && (status == 401 || status == 403)) {
      return gone(response);
    }
    Part part = parts.of(room.get().holder(), wanted, outcome, new Parts.Window(0, MOST));
    model.addAttribute("kind", kind);
    model.addAttribute("part", part);
    model.addAttribute("client", words.spoken().client(desk.id(), room.get().patient()));
    model.addAttribute("files", "/staff/inbox/" + grant + "/" + holder + "/files/");
    return "staff/inbox-kind";
  }

  /** Passed through as it comes, to be saved. */
  @GetMapping("/staff/inbox/{grant}/{holder}/files/{file}")
  @Nullable String file(
      Desk desk,
      @PathVariable UUID grant,
      @PathVariable String holder,
      @PathVariable String file,
      HttpServletResponse response)
      throws InterruptedException {
    requireInbox(desk);
    if (!FILE.matcher(file).matches()) {
      throw new Refused(Problem.NOT_FOUND);
    }
    if (!desk.isProven()) {
      return "staff/inbox-passkey";
    }
    Optional<Room> room = room(desk, grant, holder, OwnKind.DOCUMENTS);
    if (room.isEmpty()) {
      return gone(response);
    }
    return switch (reading.file(desk, room.get(), file)) {
      case Outcome.Answered<HttpResponse<InputStream>>(HttpResponse<InputStream> answer) -> {
        OwnFiles.pass(answer, file, response);
        yield null;
      }
      case Outcome.HolderSilent<HttpResponse<InputStream>> silent ->
          throw new Refused(Problem.HOLDER_SILENT);
      case Outcome.NotKept<HttpResponse<InputStream>> none -> gone(response);
      case Outcome.Refused<HttpResponse<InputStream>> refused -> gone(response);
    };
  }

  /** Leaves it to the server, which closes the connection: no page can follow half a file. */
  @ExceptionHandler
  void brokenOff(BrokenOff broken) {
    throw broken;
  }

  /** Taken back, over, or not there: which of these is not told. */
  private static String gone(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "staff/inbox-gone";
  }

  private Optional<Room> room(Desk desk, UUID grant, String holder, OwnKind kind) {
    return grants.find(desk.id(), grant).stream()
        .flatMap(given -> Room.of(given, desk.person()).stream())
        .filter(room -> room.holder().value().equals(holder) && room.kinds().contains(kind))
        .findFirst();
  }

  private Client client(Desk desk, GivenToUs.Given given) {
    List<Holder> holders =
        Room.of(given, desk.person()).stream()
            .map(room ->
                new Holder(
                    room.holder().value(),
                    words.holder(room),
                    room.kinds().stream().map(OwnKind::code).toList()))
            .toList();
    return new Client(given.id(), words.spoken().client(desk.id(), given.patient()), holders);
  }

  private static void requireInbox(Desk desk) {
    if (!desk.institution().inbox()) {
      throw new Refused(Problem.NOT_FOUND);
    }
  }
}
