package net.sociallook.registry.page.start;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.grant.ClientGrants;
import net.sociallook.registry.page.Dates;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking everything back from one institution: one tap, one confirmation. */
@Controller
class WithdrawController {
  private static final int LONGEST = 600_000;

  private final ClientGrants grants;
  private final DirectoryNames names;
  private final Dates dates;

  WithdrawController(ClientGrants grants, DirectoryNames names, Dates dates) {
    this.grants = grants;
    this.names = names;
    this.dates = dates;
  }

  @GetMapping("/withdraw/{grant}")
  Object confirm(@WithinReach SignedIn signedIn, @PathVariable UUID grant, Model model) {
    ClientGrants.Given given = find(signedIn, grant);
    if (given.withdrawn()) {
      return done(grant);
    }
    model.addAttribute("grant", grant);
    model.addAttribute("name", names.institution(given.recipient()));
    return "start/withdraw";
  }

  /** The answer comes when it is known to be in force everywhere, or when that cannot be known. */
  @PostMapping("/withdraw/{grant}")
  Redirect withdraw(@WithinReach SignedIn signedIn, @PathVariable UUID grant) {
    return switch (grants.withdraw(signedIn, grant)) {
      case ClientGrants.Withdrawal.InForce inForce ->
          Redirect.to("/withdraw/" + grant + "/done?after=" + inForce.after().toMillis());
      case ClientGrants.Withdrawal.Checking checking -> done(grant);
    };
  }

  /**
   * Says what is true when it is asked, whatever the address says; the address knows alone how long
   * it took.
   */
  @GetMapping("/withdraw/{grant}/done")
  String done(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID grant,
      @RequestParam(defaultValue = "-1") int after,
      Model model) {
    ClientGrants.Given given = find(signedIn, grant);
    model.addAttribute("grant", grant);
    model.addAttribute("name", names.institution(given.recipient()));
    Optional<ClientGrants.Withdrawal> withdrawal = grants.withdrawalOf(signedIn, grant);
    if (withdrawal.isEmpty()) {
      return "start/still-allowed";
    }
    return switch (withdrawal.get()) {
      case ClientGrants.Withdrawal.InForce inForce -> {
        model.addAttribute("seconds", after < 0 || after > LONGEST ? null : dates.seconds(after));
        yield "start/withdrawn";
      }
      case ClientGrants.Withdrawal.Checking checking -> "start/checking";
    };
  }

  private static Redirect done(UUID grant) {
    return Redirect.to("/withdraw/" + grant + "/done");
  }

  private ClientGrants.Given find(@WithinReach SignedIn signedIn, UUID grant) {
    return grants.find(signedIn, grant).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
