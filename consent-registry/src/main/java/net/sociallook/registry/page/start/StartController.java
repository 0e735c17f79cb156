package net.sociallook.registry.page.start;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.device.Regaining;
import net.sociallook.registry.ledger.view.Looks;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.link.Recoveries;
import net.sociallook.registry.news.FirstLook;
import net.sociallook.registry.news.FirstLooks;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.page.giving.Witnesses;
import net.sociallook.registry.question.Question;
import net.sociallook.registry.question.Questions;
import net.sociallook.registry.request.OpenRequest;
import net.sociallook.registry.request.OpenRequests;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody begins: who may do what, what is asked, what is new. */
@Controller
class StartController {
  private final Cards cards;
  private final Waiting waiting;
  private final DirectoryNames names;
  private final Clock clock;

  StartController(Cards cards, Waiting waiting, DirectoryNames names, Clock clock) {
    this.cards = cards;
    this.waiting = waiting;
    this.names = names;
    this.clock = clock;
  }

  /** What waits for the client: links, requests, news. */
  @Component
  record Waiting(
      Links links,
      OpenRequests requests,
      Looked looked,
      Access access,
      Witnesses witnesses,
      ActingChoice choice) {}

  /** What institutions have done since, and what they have answered. */
  @Component
  record Looked(Visits visits, FirstLooks firstLooks, Questions questions) {}

  /** New access that was given in person. */
  @Component
  record Access(Recoveries recoveries, Regaining regaining) {}

  /** A recovery of which nobody has said what it was, with the name of who invited. */
  record Unanswered(UUID id, String name) {}

  /** A request, with the name of who asks. */
  record Ask(OpenRequest request, String name) {}

  /** Who used something for the first time, with the names; no person where nobody was named. */
  record First(@Nullable String person, String institution, UUID entry, Instant at) {}

  /** A question or complaint of hers, with the name of who is to answer. */
  record Concern(Question question, String name, boolean overdue) {
    public String kind() {
      return question.kind().code();
    }

    public @Nullable Instant answeredAt() {
      return question.answer().map(Question.Answer::at).orElse(null);
    }
  }

  /** News, with the name of who looked. */
  record News(String name, int permitted, int refused) {}

  /**
   * @param linked whether a link was completed just now
   * @param again whether she tried to link what is linked
   */
  @GetMapping("/")
  Object start(
      @WithinReach Optional<SignedIn> signedIn,
      Optional<Person> person,
      @RequestParam(defaultValue = "false") boolean linked,
      @RequestParam(name = "already-linked", defaultValue = "false") boolean again,
      Model model) {
    if (signedIn.isEmpty()) {
      return "start/welcome";
    }
    if (waiting.choice().isOpen(person)) {
      return Redirect.to("/acting");
    }
    model.addAttribute(
        "represented",
        signedIn.get().reach().acting().isEmpty()
            && waiting.choice().isRepresented(signedIn.get().client()));
    model.addAttribute("linked", linked);
    model.addAttribute("again", again);
    fill(model, signedIn.get());
    return "start/start";
  }

  private void fill(Model model, SignedIn signedIn) {
    Instant now = clock.instant();
    model.addAttribute("recoveries", unanswered(signedIn));
    Cards.Overview overview = cards.of(signedIn, now);
    model.addAttribute("overview", overview);
    Map<UUID, Witnesses.Witness> witnesses = new HashMap<>();
    overview.all().stream()
        .map(Card::grant)
        .filter(Objects::nonNull)
        .forEach(grant ->
            waiting
                .witnesses()
                .last(signedIn.client(), grant)
                .ifPresent(witness -> witnesses.put(grant, witness)));
    model.addAttribute("witnesses", witnesses);
    model.addAttribute(
        "waiting",
        waitingLinks(signedIn).stream()
            .map(link -> names.institution(link.institution()))
            .toList());
    model.addAttribute(
        "asks",
        waiting.requests().of(signedIn, now).stream()
            .map(request -> new Ask(request, names.institution(request.institution())))
            .toList());
    model.addAttribute(
        "news",
        news(signedIn).stream()
            .map(looked ->
                new News(
                    names.institution(looked.institution()), looked.permitted(), looked.refused()))
            .toList());
    model.addAttribute("concerns", concerns(signedIn, now));
    model.addAttribute(
        "firstLooks",
        firstLooks(signedIn).stream()
            .map(look ->
                new First(
                    look.caseworker().map(names::caseworker).orElse(null),
                    names.institution(look.institution()),
                    look.entry(),
                    look.at()))
            .toList());
  }

  /** What she asked is hers alone, as are news. */
  private List<Concern> concerns(SignedIn signedIn, Instant now) {
    return signedIn.reach().acting().isPresent()
        ? List.of()
        : waiting.looked().questions().recent(signedIn.client()).stream()
            .map(one ->
                new Concern(
                    one,
                    names.institution(one.institution()),
                    one.answer().isEmpty() && one.dueAt().isBefore(now)))
            .toList();
  }

  /** New access to what is the client's is for her alone to answer. */
  private List<Unanswered> unanswered(SignedIn signedIn) {
    if (signedIn.reach().acting().isPresent()) {
      return List.of();
    }
    waiting.access().regaining().completeDue(signedIn.client());
    return waiting.access().recoveries().of(signedIn.client()).stream()
        .filter(one -> one.stand().end().isEmpty())
        .map(one -> new Unanswered(one.waiting(), names.institution(one.institutions().getFirst())))
        .toList();
  }

  /** Links of the client, and news for her, are hers alone. */
  private List<Links.Waiting> waitingLinks(SignedIn signedIn) {
    return signedIn.reach().acting().isPresent()
        ? List.of()
        : waiting.links().waiting(signedIn.client());
  }

  private List<Looks.Looked> news(SignedIn signedIn) {
    return signedIn.reach().acting().isPresent()
        ? List.of()
        : waiting.looked().visits().newTo(signedIn);
  }

  private List<FirstLook> firstLooks(SignedIn signedIn) {
    return signedIn.reach().acting().isPresent()
        ? List.of()
        : waiting.looked().firstLooks().newTo(signedIn);
  }
}
