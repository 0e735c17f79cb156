package net.sociallook.registry.device;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sociallook.registry.link.Representing;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.sequence.WithdrawalEntry;
import net.sociallook.registry.sequence.WithdrawalEntry.SessionEnded;
import net.sociallook.registry.sequence.WithdrawalSequence;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.session.Sessions;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a client does with her devices. */
@Component("clientDevices") // notices have "devices" too
public class Devices {
  private static final int LONGEST_NAME = 40;

  /** Controls, and what would turn the direction of the words after it. */
  private static final Pattern TURNING =
      Pattern.compile("[\\p{Cc}&&[^\\s]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  private final Stored stored;
  private final TransactionTemplate transactions;
  private final WithdrawalSequence sequence;
  private final WithdrawalEffect effect;

  /** What a device is made of. */
  @Component
  record Stored(
      DeviceList list,
      DeviceOffers offers,
      Sessions sessions,
      StepsLeft stepsLeft,
      Representing representing) {}

  Devices(
      Stored stored,
      PlatformTransactionManager transactions,
      WithdrawalSequence sequence,
      WithdrawalEffect effect) {
    this.stored = stored;
    this.transactions = new TransactionTemplate(transactions);
    this.sequence = sequence;
    this.effect = effect;
  }

  /** The oldest first. */
  public List<Device> of(Person person) {
    return stored.list().of(person.id(), stored.sessions().passkeyOf(person.session()));
  }

  /**
   * @throws Refused with {@link Problem#NOT_FOUND}
   */
  public Device find(Person person, String id) {
    return of(person).stream()
        .filter(device -> device.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  /** Whether a further key that this session's passkey endorses would reach all institutions. */
  public boolean canEndorse(Person person) {
    return stored
        .sessions()
        .passkeyOf(person.session())
        .filter(passkey -> stored.stepsLeft().canEndorse(person.id(), passkey))
        .isPresent();
  }

  public boolean wasRemoved(Person person, String id) {
    return stored.list().wasRemoved(person.id(), id);
  }

  /** An empty name takes the name away; what is too long is cut. */
  public void rename(Person person, String id, String name) {
    byte[] credential =
        stored.list().credential(person.id(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    String shown = TURNING.matcher(name).replaceAll("").strip().replaceAll("\\s+", " ");
    String name40 =
        shown.codePointCount(0, shown.length()) > LONGEST_NAME
            ? shown.substring(0, shown.offsetByCodePoints(0, LONGEST_NAME))
            : shown;
    stored.list().rename(credential, Optional.of(name40).filter(text -> !text.isEmpty()));
  }

  /**
   * From now on the passkey signs nothing and endorses nothing, and its sessions are over; returns
   * when no gateway acts on them any more, or when that cannot be found out. Nobody is acted for
   * with it any more. Grants that it signed stay. Doing it twice does what doing it once does.
   *
   * @throws Refused with {@link Problem#NOT_FOUND} if there never was such a device
   */
  public EffectResult remove(Person person, String id) {
    Optional<byte[]> credential = stored.list().credential(person.id(), id);
    if (credential.isEmpty() && !wasRemoved(person, id)) {
      throw new Refused(Problem.NOT_FOUND);
    }
    Long entry =
        transactions.execute(status -> credential.map(one -> remove(person, one)).orElse(0L));
    return effect.awaitEffective(entry == null || entry == 0 ? sequence.current() : entry);
  }

  private long remove(Person person, byte[] credential) {
    if (!stored.list().remove(credential)) {
      return 0;
    }
    stored.offers().refuseAll(person.id());
    stored.representing().endWith(credential);
    List<WithdrawalEntry> ended =
        stored.sessions().endAll(credential).stream()
            .<WithdrawalEntry>map(SessionEnded::new)
            .toList();
    return ended.isEmpty() ? 0 : sequence.append(ended);
  }
}
