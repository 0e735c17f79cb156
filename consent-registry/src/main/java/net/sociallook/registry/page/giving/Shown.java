package net.sociallook.registry.page.giving;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.page.titles.DocumentLists;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;

/** What pages with switches are shown with. */
@Component
record Shown(Switches switches, Lines lines, Choices choices, DocumentLists lists) {

  /**
   * How the page is wanted.
   *
   * @param choice what was ticked before
   * @param checked whether to say what is missing
   * @param documents whether to ask for the lists of documents
   */
  record Wish(Optional<UUID> choice, boolean checked, boolean documents) {
    /** The address of the page with this wish, to come back to. */
    String at(String path) {
      String query =
          choice.map(id -> "&choice=" + id).orElse("") + (documents ? "&documents=true" : "");
      String first = path.contains("?") ? "&" : "?";
      return query.isEmpty() ? path : path + first + query.substring(1);
    }
  }

  Switches.View view(SignedIn signedIn, Choice.About about, Offer offer, Wish wish) {
    Choice.Form form =
        of(signedIn, wish.choice(), about).map(Choice::form).orElse(Choice.Form.EMPTY);
    List<InstitutionId> holders = offer.documentHolders();
    Map<String, String> chosen = form.documents();
    List<DocumentLists.Choice> documents =
        wish.documents()
            ? lists.of(signedIn, holders, chosen)
            : holders.stream().map(id -> lists.closed(id, chosen.get(id.value()))).toList();
    return switches.show(about, offer, new Switches.Filled(form, documents, wish.checked()));
  }

  /** What the client had ticked before; empty where that was about something else. */
  private Optional<Choice> of(SignedIn signedIn, Optional<UUID> choice, Choice.About about) {
    return choice
        .flatMap(id -> choices.find(signedIn, id))
        .filter(found -> found.about().equals(about));
  }
}
