package net.sociallook.registry.sequence.lease;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import net.sociallook.registry.sequence.PostgresWithdrawalSequence;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where gateway nodes join, renew and acknowledge. */
@RestController
class LeaseController {
  private static final Pattern NODE = Pattern.compile("[a-z0-9-]{2,64}");

  record Join(
      @JsonProperty(required = true) String node,
      @JsonProperty(required = true) UUID boot,
      @JsonProperty(required = true) Map<String, Object> publicKey) {}

  record Joined(
      UUID lease,
      long epoch,
      long leaseMillis,
      long floor,
      long sequence,
      List<EntryLine> entries) {}

  record Renewal(@JsonProperty(required = true) long acknowledged) {}

  record Renewed(long epoch, long leaseMillis, long sequence) {}

  record Acknowledgement(@JsonProperty(required = true) long sequence) {}

  private final Leases leases;
  private final PostgresWithdrawalSequence sequence;
  private final LeaseTerms terms;

  LeaseController(Leases leases, PostgresWithdrawalSequence sequence, LeaseTerms terms) {
    this.leases = leases;
    this.sequence = sequence;
    this.terms = terms;
  }

  @PostMapping("/leases")
  @ResponseStatus(HttpStatus.CREATED)
  Joined join(Caller.Gateway caller, @RequestBody Join join) {
    if (!caller.node().equals(join.node()) || !NODE.matcher(join.node()).matches()) {
      throw new Refused(Problem.WRONG_NODE);
    }
    // Read before the grant: the snapshot must reach from here to the lease's number at least.
    long floor = sequence.floor();
    LeaseRow lease =
        leases
            .grant(join.node(), join.boot(), key(join))
            .orElseThrow(() -> new Refused(Problem.KEY_ID_IN_USE));
    return new Joined(
        lease.id(),
        lease.epoch(),
        terms.lease().toMillis(),
        floor,
        lease.acknowledged(),
        sequence.between(floor, lease.acknowledged()).stream().map(EntryLine::of).toList());
  }

  @PostMapping("/leases/{lease}/renewals")
  Renewed renew(
      Caller.Gateway caller, @PathVariable("lease") UUID lease, @RequestBody Renewal renewal) {
    leases.check(lease, caller.node()).require();
    requireCommitted(renewal.acknowledged());
    leases.renew(lease, caller.node(), renewal.acknowledged()).require();
    return new Renewed(leases.epoch(), terms.lease().toMillis(), leases.current());
  }

  @PostMapping("/leases/{lease}/acknowledgements")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void acknowledge(
      Caller.Gateway caller,
      @PathVariable("lease") UUID lease,
      @RequestBody Acknowledgement acknowledgement) {
    leases.check(lease, caller.node()).require();
    requireCommitted(acknowledgement.sequence());
    if (leases.acknowledged(lease) > acknowledgement.sequence()) {
      throw new Refused(Problem.NUMBER_BACKWARDS);
    }
    leases.acknowledge(lease, acknowledgement.sequence());
  }

  private void requireCommitted(long number) {
    if (number < 0) {
      throw new Refused(Problem.NUMBER_BACKWARDS);
    }
    if (number > leases.current() && number > sequence.current()) {
      throw new Refused(Problem.NUMBER_AHEAD);
    }
  }

  private static NodeKey key(Join join) {
    try {
      return NodeKey.of(join.publicKey());
    } catch (IllegalArgumentException e) {
      throw new Refused(Problem.MALFORMED);
    }
  }
}
