package net.sociallook.registry.ownaccess;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.grant.ProvisionForm;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What could they see? */
@RestController
class PreviewController {
  private final OwnAccess access;
  private final DraftReader drafts;

  PreviewController(OwnAccess access, DraftReader drafts) {
    this.access = access;
    this.drafts = drafts;
  }

  /**
   * @param caseworker with whose eyes; left out: somebody whom each provision admits
   */
  record PreviewRequest(
      String recipient, List<ProvisionForm> provisions, @Nullable String caseworker) {
    PreviewRequest {
      Objects.requireNonNull(recipient);
      provisions = List.copyOf(provisions);
    }
  }

  record PreviewList(List<PreviewView> previews) {}

  record PreviewView(String permission, String holder, String caseworker, List<KindView> kinds) {}

  record KindView(String type, String state, int count, boolean more, List<Shown> items) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Shown(String id, String title, @Nullable String date) {}

  @PostMapping("/api/previews")
  PreviewList preview(@WithinReach SignedIn signedIn, @RequestBody PreviewRequest request) {
    List<Draft> read = drafts.read(signedIn, request);
    return new PreviewList(
        access.previews().of(signedIn, read).stream().map(PreviewController::view).toList());
  }

  private static PreviewView view(Previews.Preview preview) {
    List<KindView> kinds = new ArrayList<>();
    preview.kinds().forEach((type, outcome) -> kinds.add(view(type, outcome)));
    Draft draft = preview.draft();
    return new PreviewView(
        draft.provision().permission().code(),
        draft.provision().holder().value(),
        draft.caseworker().id().value(),
        kinds);
  }

  private static KindView view(ResourceType type, Outcome<Listing> outcome) {
    Listing listing =
        outcome instanceof Outcome.Answered<Listing>(Listing what) ? what : Listing.EMPTY;
    List<Shown> shown =
        listing.items().stream()
            .map(item -> new Shown(item.id(), item.title(), item.date()))
            .toList();
    return new KindView(
        type.code(), outcome.state(), listing.items().size(), listing.more(), shown);
  }
}
