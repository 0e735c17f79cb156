package net.sociallook.registry.page.giving;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.grant.Capturing;
import net.sociallook.registry.grant.Witnessing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands for what a client has allowed without a device, as pages say it. */
@Component
public class Witnesses {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Capturing capturing;
  private final Lines lines;

  Witnesses(Capturing capturing, Lines lines) {
    this.capturing = capturing;
    this.lines = lines;
  }

  /**
   * @param level its code
   * @param person name and role of the witness
   * @param institution by name
   * @param signedOn on paper: the day beside her signature
   */
  public record Witness(
      String level, String person, String institution, @Nullable Instant signedOn) {}

  /** Empty where the client signed this version herself. */
  public Optional<Witness> of(UUID grant, int version) {
    return capturing.witnessOf(grant, version).map(this::witness);
  }

  /** The same for what she allowed last. */
  public Optional<Witness> last(UUID client, UUID grant) {
    return capturing.lastWitnessOf(client, grant).map(this::witness);
  }

  private Witness witness(Witnessing witnessing) {
    return new Witness(
        witnessing.level().code(),
        lines.caseworker(witnessing.witness()),
        lines.institution(witnessing.institution()),
        witnessing.signedOn().map(day -> day.atStartOfDay(BERLIN).toInstant()).orElse(null));
  }
}
