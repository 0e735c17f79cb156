package net.sociallook.registry.ownaccess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.consent.ResourceType;
import tools.jackson.databind.JsonNode;

/** Reads all of one kind that one holder has, page by page, up to a bound. */
final class HolderReader {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 5;
  private static final int NOT_FOUND = 404;
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
        case Outcome.NotKept<JsonNode> none -> {
          return new Outcome.NotKept<>();
        }
        case Outcome.Refused<JsonNode>(int status) -> {
          return new Outcome.Refused<>(status);
        }
      }
    }
    return new Outcome.Answered<>(new Listing(items, true));
  }

  /**
   * Those of these things that the holder has, by id. A single one is read, several are searched
   * for: the gateway has no search by id.
   */
  Outcome<Map<String, Item>> find(Ticket ticket, ResourceType type, Set<String> ids)
      throws InterruptedException {
    Map<String, Item> found = new HashMap<>();
    Set<String> missing = new TreeSet<>(ids);
    if (ids.size() > 1) {
      switch (read(ticket, type)) {
        case Outcome.Answered<Listing>(Listing listing) -> {
          for (Item item : listing.items()) {
            if (missing.remove(item.id())) {
              found.put(item.id(), item);
            }
          }
          if (!listing.more()) {
            return new Outcome.Answered<>(found);
          }
        }
        case Outcome.HolderSilent<Listing> silent -> {
          return new Outcome.HolderSilent<>();
        }
        case Outcome.NotKept<Listing> none -> {
          return new Outcome.NotKept<>();
        }
        case Outcome.Refused<Listing>(int status) -> {
          return new Outcome.Refused<>(status);
        }
      }
    }
    for (String id : missing) {
      switch (gateway.get(ticket, type.code() + "/" + id)) {
        case Outcome.Answered<JsonNode>(JsonNode resource) ->
            found.put(id, Item.of(type, resource));
        case Outcome.HolderSilent<JsonNode> silent -> {
          return new Outcome.HolderSilent<>();
        }
        case Outcome.NotKept<JsonNode> none -> {
          return new Outcome.NotKept<>();
        }
        case Outcome.Refused<JsonNode>(int status) -> {
          if (status != NOT_FOUND) {
            return new Outcome.Refused<>(status);
          }
        }
      }
    }
    return new Outcome.Answered<>(found);
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
