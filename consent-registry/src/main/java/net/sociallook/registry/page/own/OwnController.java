package net.sociallook.registry.page.own;

import java.time.Duration;
import java.util.List;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.ownaccess.OwnAccess;
import net.sociallook.registry.ownaccess.OwnData;
import net.sociallook.registry.ownaccess.OwnKind;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A client's own data: which kinds there are, one kind everywhere, one kind at one institution. */
@Controller
class OwnController {
  /** In the order of how often they are wanted. */
  private static final List<OwnKind> KINDS =
      List.of(
          OwnKind.APPOINTMENTS,
          OwnKind.MESSAGES,
          OwnKind.DOCUMENTS,
          OwnKind.GOALS,
          OwnKind.PLANS,
          OwnKind.TASKS,
          OwnKind.REFERRALS,
          OwnKind.CONTACT);

  /** Nobody waits longer for those who answer because of one who does not. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final int MOST_EACH = 5;
  private static final int MOST_ALONE = 50;
  private static final int MOST_PAGES = 10;

  private final OwnAccess access;
  private final Links links;
  private final Parts parts;

  OwnController(OwnAccess access, Links links, Parts parts) {
    this.access = access;
    this.links = links;
    this.parts = parts;
  }

  @GetMapping("/own")
  String overview(@WithinReach SignedIn signedIn, Model model) {
    model.addAttribute("kinds", KINDS.stream().map(OwnKind::code).toList());
    model.addAttribute("nobody", links.of(signedIn).isEmpty());
    return "own/overview";
  }

  @GetMapping("/own/{kind}")
  String everywhere(@WithinReach SignedIn signedIn, @PathVariable String kind, Model model) {
    OwnKind wanted = known(kind);
    model.addAttribute("kind", kind);
    return ifSignedFor(
        model,
        "/own/" + kind,
        () -> {
          List<Part> all =
              access.data().read(signedIn, wanted, PATIENCE).stream()
                  .map(at -> part(at, wanted))
                  .toList();
          model.addAttribute("parts", all);
          return "own/kind";
        });
  }

  /** A slow institution is waited for longer here. */
  @GetMapping("/own/{kind}/{institution}")
  String alone(
      @WithinReach SignedIn signedIn,
      @PathVariable String kind,
      @PathVariable String institution,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OwnKind wanted = known(kind);
    InstitutionId holder = linked(signedIn, institution);
    if (page < 1 || page > MOST_PAGES) {
      throw new Refused(Problem.NOT_FOUND);
    }
    model.addAttribute("kind", kind);
    model.addAttribute("page", page);
    return ifSignedFor(
        model,
        "/own/" + kind + "/" + institution,
        () -> {
          Parts.Window window = new Parts.Window((page - 1) * MOST_ALONE, MOST_ALONE);
          model.addAttribute(
              "part",
              parts.of(holder, wanted, access.data().readAt(signedIn, holder, wanted), window));
          return "own/institution";
        });
  }

  private Part part(OwnData.AtHolder at, OwnKind kind) {
    return parts.of(at.holder(), kind, at.outcome(), new Parts.Window(0, MOST_EACH));
  }

  private interface View {
    String show();
  }

  /** The state of somebody who has just made her passkey, and has not signed in with it yet. */
  private static String ifSignedFor(Model model, String back, View view) {
    try {
      return view.show();
    } catch (Refused refused) {
      if (refused.problem() != Problem.SIGN_IN_NEEDED) {
        throw refused;
      }
      model.addAttribute("back", back);
      return "own/sign-in";
    }
  }

  private static OwnKind known(String kind) {
    return OwnKind.ofCode(kind).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private InstitutionId linked(@WithinReach SignedIn signedIn, String institution) {
    return links.of(signedIn).stream()
        .filter(id -> id.value().equals(institution))
        .findFirst()
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
