package net.sociallook.registry.link;

import java.util.List;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the client is linked. */
@RestController
class LinkController {
  private final Links links;

  LinkController(Links links) {
    this.links = links;
  }

  record LinkList(List<String> institutions) {}

  @GetMapping("/api/links")
  LinkList links(@WithinReach SignedIn signedIn) {
    return new LinkList(links.of(signedIn).stream().map(InstitutionId::value).toList());
  }
}
