package net.sociallook.registry.page.log;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.ledger.view.ClientLog;
import net.sociallook.registry.ledger.view.LogKind;
import net.sociallook.registry.page.titles.Thing;
import net.sociallook.registry.page.titles.Titles;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** "Wer hat was angesehen?" */
@Controller
class LogPageController {
  private static final int SHOWN = 20;

  private final ClientLog log;
  private final LogLines lines;
  private final Titles titles;

  LogPageController(ClientLog log, LogLines lines, Titles titles) {
    this.log = log;
    this.lines = lines;
    this.titles = titles;
  }

  @GetMapping("/log")
  String log(@WithinReach SignedIn signedIn, @RequestParam Map<String, String> given, Model model)
      throws IOException {
    LogWish wish = LogWish.of(given);
    ClientLog.Part part = log.part(signedIn, wish.filter(), wish.before(), SHOWN);
    model.addAttribute("wish", wish);
    model.addAttribute("kinds", LogKind.values());
    model.addAttribute("choices", log.choices(signedIn));
    List<LogLine> shown = lines.of(signedIn, part.entries());
    model.addAttribute("lines", shown);
    List<Thing> things = shown.stream().flatMap(line -> line.things().stream()).toList();
    model.addAttribute("nameable", !things.isEmpty());
    model.addAttribute("titles", wish.titles() ? titles.of(signedIn, things) : null);
    model.addAttribute("here", wish.withTitles());
    model.addAttribute("older", part.more() ? wish.olderThan(part.next()) : null);
    return "log/log";
  }

  /** One line, with what it was about by its title, and all that can be done about it. */
  @GetMapping("/log/{id}")
  String line(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String asked,
      Model model) {
    model.addAttribute("sent", !asked.isEmpty());
    LogLine line = lines.find(signedIn, id);
    model.addAttribute("line", line);
    model.addAttribute("titles", titles.of(signedIn, line.things()));
    model.addAttribute("here", "/log/" + id);
    return "log/line";
  }
}
