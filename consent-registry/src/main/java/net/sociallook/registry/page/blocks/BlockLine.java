package net.sociallook.registry.page.blocks;

import java.util.Set;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import org.jspecify.annotations.Nullable;

/**
 * A block as the page shows it. Names are those of the directory, ids where it has none.
 *
 * @param kind as in the API
 * @param what name of whom or what it is about; code of a topic; null for everything
 * @param where name of the institution that has the document, or where the person works
 */
public record BlockLine(String kind, @Nullable String what, @Nullable String where) {
  /** Topics that have words of their own. */
  private static final Set<String> TOPICS = Set.of("SUD", "MH", "PSY", "VIO", "SDV", "HIV", "SEX");

  public static BlockLine of(Block block, Directory directory) {
    return switch (block) {
      case Block.Everything everything -> new BlockLine("everything", null, null);
      case Block.Institution one ->
          new BlockLine("institution", nameOf(one.institution(), directory), null);
      case Block.Document one ->
          new BlockLine("document", one.document().value(), nameOf(one.holder(), directory));
      case Block.Person one -> person(one.caseworker(), directory);
      case Block.Sensitivity one -> new BlockLine("sensitivity", one.code(), null);
    };
  }

  /** Last part of the key of a topic. */
  public String topic() {
    return what != null && TOPICS.contains(what)
        ? what.toLowerCase(java.util.Locale.ROOT)
        : "other";
  }

  private static BlockLine person(CaseworkerId id, Directory directory) {
    return directory
        .employerOf(id)
        .flatMap(employer ->
            employer
                .caseworker(id)
                .map(one ->
                    new BlockLine("person", one.name() + ", " + one.role(), employer.name())))
        .orElseGet(() -> new BlockLine("person", id.value(), null));
  }

  private static String nameOf(InstitutionId id, Directory directory) {
    return directory.institution(id).map(Institution::name).orElse(id.value());
  }
}
