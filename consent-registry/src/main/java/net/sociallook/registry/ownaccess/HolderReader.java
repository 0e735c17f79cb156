package net.sociallook.registry.ownaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.consent.ResourceType;
import tools.jackson.databind.JsonNode;

/** Reads all of one kind that one holder has, page by page, up to a bound. */
final class HolderReader {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 5;
  private static final Pattern CURSOR = Pattern.compile("[?&]_cursor=([A-Za-z0-9._-]+)$");

  private final GatewayClient gateway;

  HolderReader(GatewayClient gateway) {
    this.gateway = gateway;
  }

  Outcome<Listing> read(Ticket ticket, ResourceType type) throws InterruptedException {
    if (type == ResourceType.PATIENT) {
      return gateway
          .get(ticket, "Patient/" + ticket.pseudonym())
          .map(patient -> new Listing(List.of(Item.of(type, patient)), false));
    }
    List<Item> items = new ArrayList<>();
    String query = "?_count=" + PAGE;
    for (int page = 0; page < MOST_PAGES; page++) {
      switch (gateway.get(ticket, type.code() + query)) {
        case Outcome.Answered<JsonNode>(JsonNode bundle) -> {
          for (JsonNode entry : bundle.path("entry")) {
            items.add(Item.of(type, entry.path("resource")));
          }
          Optional<String> next = next(bundle);
          if (next.isEmpty()) {
            return new Outcome.Answered<>(new Listing(items, false));
          }
          query = "?_cursor=" + next.get();
        }
        case Outcome.HolderSilent<JsonNode> silent -> {
          return new Outcome.HolderSilent<>();
        }
        case Outcome.Refused<JsonNode>(int status) -> {
          return new Outcome.Refused<>(status);
        }
      }
    }
    return new Outcome.Answered<>(new Listing(items, true));
  }

  /** The cursor alone: where to ask is not for an answer to say. */
  private static Optional<String> next(JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      Matcher cursor = CURSOR.matcher(link.path("url").asString(""));
      if (link.path("relation").asString("").equals("next") && cursor.find()) {
        return Optional.of(cursor.group(1));
      }
    }
    return Optional.empty();
  }
}
