package net.sociallook.registry.page.blocks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.BlockForm;
import net.sociallook.registry.grant.ClientBlocks;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.page.TakenBack;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** All blocks, and setting another one. */
@Controller
class BlockPageController {
  private final ClientBlocks blocks;
  private final Directory directory;
  private final Links links;

  BlockPageController(ClientBlocks blocks, Directory directory, Links links) {
    this.blocks = blocks;
    this.directory = directory;
    this.links = links;
  }

  record Shown(UUID id, BlockLine block, Instant since, @Nullable String by) {}

  @GetMapping("/blocks")
  String all(
      @WithinReach SignedIn signedIn,
      @RequestParam(defaultValue = "false") boolean removed,
      Model model) {
    List<Institution> linked =
        links.of(signedIn).stream().map(directory::institution).flatMap(Optional::stream).toList();
    model.addAttribute("removed", removed);
    model.addAttribute("blocks", shown(signedIn));
    model.addAttribute("institutions", linked);
    return "blocks/blocks";
  }

  /** The one confirmation. */
  @GetMapping("/blocks/new")
  String ask(@WithinReach SignedIn signedIn, @RequestParam Map<String, String> given, Model model) {
    BlockForm form = form(given);
    model.addAttribute("wanted", form);
    model.addAttribute("block", BlockLine.of(blocks.understood(form), directory));
    return "blocks/new";
  }

  @PostMapping("/blocks")
  Object set(@WithinReach SignedIn signedIn, @RequestParam Map<String, String> given) {
    BlockForm form = form(given);
    return TakenBack.to(address("/blocks/set", form), blocks.set(signedIn, form));
  }

  /** Says what is true when it is asked, whatever the address says. */
  @GetMapping("/blocks/set")
  String result(
      @WithinReach SignedIn signedIn,
      @RequestParam Map<String, String> given,
      @RequestParam(required = false) @Nullable Long after,
      Model model) {
    BlockForm form = form(given);
    model.addAttribute("block", BlockLine.of(blocks.understood(form), directory));
    model.addAttribute("again", address("/blocks/set", form));
    model.addAttribute("retry", address("/blocks/new", form));
    model.addAttribute("result", blocks.stateOf(signedIn, form).code());
    model.addAttribute("millis", TakenBack.millis(after));
    return "blocks/set";
  }

  /** Lifting needs the passkey, and so a script. */
  @GetMapping("/blocks/{id}/removal")
  String removal(SignedIn signedIn, @PathVariable UUID id, Model model) {
    model.addAttribute(
        "one",
        shown(signedIn).stream()
            .filter(block -> block.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refused(Problem.NOT_FOUND)));
    return "blocks/removal";
  }

  private List<Shown> shown(@WithinReach SignedIn signedIn) {
    return blocks.of(signedIn).stream()
        .map(one ->
            new Shown(
                one.id(),
                BlockLine.of(one.block(), directory),
                one.since(),
                one.setBy().map(Capacity::code).orElse(null)))
        .toList();
  }

  private static BlockForm form(Map<String, String> given) {
    return new BlockForm(
        Optional.ofNullable(value(given, "kind")).orElseThrow(() -> new Refused(Problem.MALFORMED)),
        value(given, "institution"),
        value(given, "holder"),
        value(given, "document"),
        value(given, "caseworker"),
        value(given, "code"));
  }

  private static @Nullable String value(Map<String, String> given, String name) {
    String value = given.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static String address(String path, BlockForm form) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath(path).queryParam("kind", form.kind());
    Map.of(
            "institution", Optional.ofNullable(form.institution()),
            "holder", Optional.ofNullable(form.holder()),
            "document", Optional.ofNullable(form.document()),
            "caseworker", Optional.ofNullable(form.caseworker()),
            "code", Optional.ofNullable(form.code()))
        .forEach((name, value) -> value.ifPresent(id -> address.queryParam(name, id)));
    return address.build().toUriString();
  }
}
