package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a searchset Bundle and hands over its entries, each as soon as it is complete. The order of
 * the Bundle's members means nothing.
 */
final class SearchsetReader {
  static final int MOST_BYTES = 1024 * 1024;
  private static final int MOST_MEMBERS = 64;

  private enum Place {
    MEMBERS,
    RESOURCE_TYPE,
    TYPE,
    LINKS,
    ENTRY_LIST,
    ENTRIES,
    ENTRY,
    SKIPPED
  }

  private final Tokenizer tokens = new Tokenizer(2);
  private final Tape tape = new Tape(tokens);
  private final Set<String> members = new HashSet<>();
  private final Consumer<Tape> entries;
  private Place place = Place.MEMBERS;
  private Optional<String> nextPage = Optional.empty();

  /**
   * @param entries takes each entry; it is the value 0 of the tape
   */
  SearchsetReader(Consumer<Tape> entries) {
    this.entries = entries;
  }

  void read(ByteBuffer chunk) {
    while (chunk.hasRemaining()) {
      tokens.take(chunk);
      Token token = tokens.next();
      while (token != Token.NEED_MORE) {
        accept(token);
        token = tokens.next();
      }
      requireBounded();
    }
  }

  /**
   * @return the holder's token of the next page, if there is one
   */
  Optional<String> finish() {
    if (!tokens.isDone()) {
      throw new DefectiveAnswer(Defect.TRUNCATED);
    }
    require(members.contains("resourceType") && members.contains("type"));
    return nextPage;
  }

  /** How much room the input at hand takes, in bytes. */
  int atHand() {
    return tokens.bytes().length;
  }

  private void requireBounded() {
    if (tokens.held() > MOST_BYTES) {
      throw new DefectiveAnswer(Defect.TOO_LARGE);
    }
  }

  private void accept(Token token) {
    switch (place) {
      case MEMBERS -> {
        if (token == Token.NAME) {
          place = member(name());
        }
      }
      case RESOURCE_TYPE -> head(token, "Bundle");
      case TYPE -> head(token, "searchset");
      case LINKS -> {
        if (captured(token)) {
          nextPage = PageLink.token(tape);
          place = letGo(Place.MEMBERS);
        }
      }
      case ENTRY_LIST -> {
        require(token == Token.ARRAY_START);
        place = Place.ENTRIES;
      }
      case ENTRIES -> entryOrEnd(token);
      case ENTRY -> {
        if (captured(token)) {
          entries.accept(tape);
          place = letGo(Place.ENTRIES);
        }
      }
      case SKIPPED -> place = tokens.depth() == 1 ? Place.MEMBERS : place;
    }
  }

  private Place member(String name) {
    if (!members.add(name)) {
      throw new DefectiveAnswer(Defect.DUPLICATE_MEMBER);
    }
    require(members.size() <= MOST_MEMBERS);
    return switch (name) {
      case "resourceType" -> Place.RESOURCE_TYPE;
      case "type" -> Place.TYPE;
      case "link" -> Place.LINKS;
      case "entry" -> Place.ENTRY_LIST;
      // Both could change what all the rest means.
      case "implicitRules", "modifierExtension" ->
          throw new DefectiveAnswer(Defect.NOT_A_SEARCHSET);
      default -> Place.SKIPPED;
    };
  }

  private void head(Token token, String wanted) {
    require(token == Token.STRING && wanted.equals(text()));
    place = Place.MEMBERS;
  }

  private void entryOrEnd(Token token) {
    if (token == Token.ARRAY_END) {
      place = Place.MEMBERS;
    } else {
      require(token == Token.OBJECT_START);
      place = Place.ENTRY;
      captured(token);
    }
  }

  /** Adds to the value that is being read; whether it is complete. */
  private boolean captured(Token token) {
    if (tokens.keptFrom() < 0) {
      tokens.keep();
      tape.clear();
    }
    boolean complete = tape.add(token);
    if (complete) {
      requireBounded();
    }
    return complete;
  }

  private Place letGo(Place next) {
    tokens.letGo();
    return next;
  }

  private String name() {
    return Text.decode(tokens.bytes(), tokens.start() + 1, tokens.end() - 1, false);
  }

  private String text() {
    int from = tokens.start() + 1;
    return Text.decode(tokens.bytes(), from, tokens.end() - 1, tokens.isEscaped());
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new DefectiveAnswer(Defect.NOT_A_SEARCHSET);
    }
  }
}
