package net.sociallook.pilot.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a signed-in client gives and takes back at the page. */
public record Consents(Page page) {

  /**
   * Something was taken back.
   *
   * @param effectiveAfterMillis how long after the commit it was in force everywhere
   */
  public record TakenBack(String state, long sequence, long effectiveAfterMillis) {}

  /** The grant to a recipient, live or withdrawn. */
  public Optional<JsonNode> grantTo(String recipient) {
    JsonNode grants = page.get("/api/grants").orRefusal("Grants").json().path("grants");
    return StreamSupport.stream(grants.spliterator(), false)
        .filter(grant -> grant.path("recipient").asString().equals(recipient))
        .findFirst();
  }

  /** The grant to a recipient, unless it is withdrawn. */
  public Optional<JsonNode> liveGrantTo(String recipient) {
    return grantTo(recipient).filter(grant -> grant.path("state").asString().equals("active"));
  }

  /**
   * Has the registry propose a document, signs it, and returns the grant. Professionals at the
   * holders are released from secrecy with it.
   */
  public JsonNode give(String recipient, List<? extends Object> provisions) {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("recipient", recipient);
    wish.put("provisions", provisions);
    wish.put("language", "de");
    wish.put("secrecyRelease", List.copyOf(holders(recipient, provisions)));
    JsonNode proposal = page.post("/api/grant-proposals", wish).orRefusal("Grant").json();
    return page.post("/api/grants", signed(proposal)).orRefusal("Grant").json();
  }

  /** Of what is given, and of what stands and is signed anew with it. */
  private Set<String> holders(String recipient, List<? extends Object> provisions) {
    Set<String> holders =
        new TreeSet<>(JsonMapper.shared().valueToTree(provisions).findValuesAsString("holder"));
    liveGrantTo(recipient).ifPresent(grant -> holders.addAll(grant.findValuesAsString("holder")));
    return holders;
  }

  public TakenBack narrow(String grant, Map<String, String> form) {
    return taken(page.post("/api/grants/" + grant + "/narrowing", form).orRefusal("Narrowing"));
  }

  public TakenBack withdraw(String grant) {
    return taken(
        page.post("/api/grants/" + grant + "/withdrawal", Map.of()).orRefusal("Withdrawal"));
  }

  public TakenBack block(Map<String, String> block) {
    return taken(page.post("/api/blocks", block).orRefusal("Block"));
  }

  /** The standing blocks: {@code id}, {@code since}, {@code block}. */
  public List<JsonNode> blocks() {
    JsonNode blocks = page.get("/api/blocks").orRefusal("Blocks").json().path("blocks");
    return StreamSupport.stream(blocks.spliterator(), false).toList();
  }

  /** Lifts a block; the client signs that. */
  public void unblock(String block) {
    JsonNode proposal =
        page.post("/api/blocks/" + block + "/unblock-proposal", Map.of("language", "de"))
            .orRefusal("Unblocking")
            .json();
    page.post("/api/blocks/" + block + "/removal", signed(proposal)).orRefusal("Unblocking");
  }

  /** Who asked for the client's data; newest first. */
  public List<JsonNode> log(int count) {
    JsonNode entries = page.get("/api/log?count=" + count).orRefusal("Log").json().path("entries");
    return StreamSupport.stream(entries.spliterator(), false).toList();
  }

  private Map<String, Object> signed(JsonNode proposal) {
    Map<String, Object> signature = new LinkedHashMap<>();
    signature.put("proposal", proposal.path("proposal").asString());
    signature.put("assertion", page.assertion(proposal.path("requestOptions")));
    return signature;
  }

  private static TakenBack taken(Answer answer) {
    JsonNode json = answer.json();
    String state = json.path("state").asString("");
    if (state.equals("checking") || state.isEmpty()) {
      throw new Undecided();
    }
    return new TakenBack(
        state, json.path("sequence").asLong(0), json.path("effectiveAfterMillis").asLong(0));
  }

  /** The registry cannot say yet whether something taken back is in force. */
  public static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1;

    Undecided() {
      super("The registry is checking whether this is in force; it cannot say so yet. Try again.");
    }
  }
}
