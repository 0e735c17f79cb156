package net.sociallook.registry.ownaccess;

import java.util.List;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A client's own data as JSON. */
@RestController
class OwnDataController {
  private final OwnAccess access;

  OwnDataController(OwnAccess access) {
    this.access = access;
  }

  record OwnView(String kind, List<HolderView> holders) {}

  record HolderView(String institution, String state, List<Item> items, boolean more) {
    static HolderView of(OwnData.AtHolder at) {
      Listing listing =
          at.outcome() instanceof Outcome.Answered<Listing>(Listing what) ? what : Listing.EMPTY;
      return new HolderView(
          at.holder().value(), at.outcome().state(), listing.items(), listing.more());
    }
  }

  @GetMapping("/api/own/{kind}")
  OwnView read(@WithinReach SignedIn signedIn, @PathVariable String kind) {
    OwnKind wanted = OwnKind.ofCode(kind).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    return new OwnView(
        kind, access.data().read(signedIn, wanted).stream().map(HolderView::of).toList());
  }
}
