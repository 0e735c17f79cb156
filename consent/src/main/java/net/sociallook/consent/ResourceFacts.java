package net.sociallook.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known of one resource to decide whether it may be released.
 *
 * @param id the id at its holder; for a Binary, the id of the DocumentReference that it belongs to
 * @param client whom it is about; empty where it is about nobody
 */
public record ResourceFacts(Kind kind, ResourceId id, Optional<ClientId> client, Labels labels) {

  /** The type, with the circumstance that the rules of this type turn on. */
  public sealed interface Kind {
    ResourceType type();

    /** A type without rules of its own. */
    record Plain(ResourceType type) implements Kind {}

    /** An Appointment, which may not reach a benefit authority once it has started. */
    record Appointment(Instant start) implements Kind {
      @Override
      public ResourceType type() {
        return ResourceType.APPOINTMENT;
      }
    }

    /** A Communication, which only those may see who sent or received it. */
    record Message(Set<InstitutionId> parties) implements Kind {
      public Message {
        parties = Set.copyOf(parties);
      }

      @Override
      public ResourceType type() {
        return ResourceType.COMMUNICATION;
      }
    }

    /** A Slot, of which only a free one passes. */
    record Slot(boolean free) implements Kind {
      @Override
      public ResourceType type() {
        return ResourceType.SLOT;
      }
    }
  }
}
