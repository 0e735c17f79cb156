package net.sociallook.registry.page.grants;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.grant.Narrowings;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.page.TakenBack;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Allowing less: single permissions away, an earlier end, one person, one document. */
@Controller
class NarrowingController {
  private final Narrowings narrowings;
  private final GrantPages pages;
  private final NarrowingResults results;
  private final Picks picks;

  NarrowingController(
      Narrowings narrowings, GrantPages pages, NarrowingResults results, Picks picks) {
    this.narrowings = narrowings;
    this.pages = pages;
    this.results = results;
    this.picks = picks;
  }

  /**
   * @param given {@code document} and {@code holder}: a document of a line of the log, offered as
   *     the only one; {@code documents}: whether to ask for lists of them; {@code titles}: whether
   *     to ask what the single documents are called that it is about already
   */
  @GetMapping("/grants/{id}/narrowing")
  Object ask(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam Map<String, String> given,
      Model model) {
    Narrowings.History history = pages.history(signedIn, id);
    GrantPages.GrantPage grant = pages.page(history);
    if (grant.withdrawn()) {
      return Redirect.to("/grants/" + id);
    }
    model.addAttribute("grant", grant);
    model.addAttribute("titles", picks.titles(signedIn, grant.documents(), given).orElse(null));
    model.addAttribute("people", picks.people(grant.recipient()));
    model.addAttribute("picks", picks.of(signedIn, pages.alive(history), given));
    model.addAttribute("only", picks.fromTheLog(signedIn, given).orElse(null));
    model.addAttribute("trouble", Trouble.shown(given.get("trouble")));
    return "grants/narrowing";
  }

  @PostMapping("/grants/{id}/narrowing")
  Redirect narrow(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    String path = "/grants/" + id + "/narrow";
    try {
      return TakenBack.to(
          path + "ed", narrowings.narrow(signedIn, id, Less.of(form, pages::alive)));
    } catch (Refused refused) {
      return Redirect.to(path + "ing?trouble=" + Trouble.of(refused));
    }
  }

  @GetMapping("/grants/{id}/narrowed")
  String result(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam @Nullable Long after,
      Model model) {
    Narrowings.History history = pages.history(signedIn, id);
    model.addAttribute("grant", pages.page(history));
    model.addAttribute("result", results.of(history.newest()));
    model.addAttribute("millis", TakenBack.millis(after));
    return "grants/narrowed";
  }

  /** What can go wrong in the form, as the last part of a key. */
  private enum Trouble {
    NOTHING,
    CHANGED,
    DATE;

    static String of(Refused refused) {
      return switch (refused.problem()) {
        case NOT_WITHIN -> "nothing";
        case MALFORMED -> "date";
        case GRANT_CHANGED, GRANT_WITHDRAWN -> "changed";
        default -> throw refused;
      };
    }

    static @Nullable String shown(@Nullable String code) {
      for (Trouble trouble : values()) {
        if (trouble.name().toLowerCase(Locale.ROOT).equals(code)) {
          return code;
        }
      }
      if (code != null) {
        throw new Refused(Problem.MALFORMED);
      }
      return null;
    }
  }
}
