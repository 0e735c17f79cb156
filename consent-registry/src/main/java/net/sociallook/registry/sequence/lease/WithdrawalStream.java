package net.sociallook.registry.sequence.lease;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.sequence.PostgresWithdrawalSequence;
import net.sociallook.registry.sequence.SequenceHead;
import net.sociallook.registry.sequence.Withdrawal;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams the entries to a node, one a line, as they are committed. What is sent is always read
 * from the table; a wake-up only says that it is worth reading.
 */
@RestController
class WithdrawalStream {
  private static final Logger LOG = LoggerFactory.getLogger(WithdrawalStream.class);

  /** The protocol promises a line each second. */
  private static final Duration KEEP_ALIVE = Duration.ofMillis(800);

  private static final int PAGE = 500;
  private static final byte[] NEW_LINE = {'\n'};

  private final Leases leases;
  private final PostgresWithdrawalSequence sequence;
  private final SequenceHead head;
  private final JsonMapper json;

  WithdrawalStream(
      Leases leases, PostgresWithdrawalSequence sequence, SequenceHead head, JsonMapper json) {
    this.leases = leases;
    this.sequence = sequence;
    this.head = head;
    this.json = json;
  }

  @GetMapping("/leases/{lease}/withdrawals")
  void stream(
      Caller.Gateway caller,
      @PathVariable("lease") UUID lease,
      @RequestParam("after") long after,
      HttpServletResponse response)
      throws IOException {
    leases.check(lease, caller.node()).require();
    if (after < 0 || after > sequence.current()) {
      throw new Refused(Problem.NUMBER_AHEAD);
    }
    response.setContentType("application/x-ndjson");
    response.flushBuffer();
    try {
      send(lease, caller.node(), after, response.getOutputStream());
    } catch (DataAccessException e) {
      LOG.warn("withdrawal stream: ended ({})", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(UUID lease, String node, long after, ServletOutputStream out)
      throws IOException, InterruptedException {
    long sent = after;
    while (leases.check(lease, node) == LeaseCheck.ALIVE) {
      List<Withdrawal> entries = sequence.after(sent, PAGE);
      for (Withdrawal entry : entries) {
        out.write(json.writeValueAsBytes(EntryLine.of(entry)));
        out.write(NEW_LINE);
        sent = entry.sequence();
      }
      if (entries.isEmpty()) {
        out.write(NEW_LINE);
      }
      out.flush();
      head.awaitBeyond(sent, KEEP_ALIVE);
    }
  }
}
