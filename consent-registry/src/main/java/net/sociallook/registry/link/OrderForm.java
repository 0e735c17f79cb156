package net.sociallook.registry.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import net.sociallook.registry.reach.Area;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.reach.Order;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;

/**
 * For whom a representative is invited, and on what order.
 *
 * @param client the inviting institution's pseudonym of her; left out where it is answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderForm(@Nullable String client, String as, List<String> areas, String until) {
  OrderForm {
    Objects.requireNonNull(as);
    Objects.requireNonNull(until);
    areas = List.copyOf(areas);
  }

  /** As it stands in the claim that is to be endorsed. */
  static OrderForm of(Order order) {
    return new OrderForm(
        null,
        order.capacity().code(),
        order.areas().stream().map(Area::code).toList(),
        order.until().toString());
  }

  /**
   * @throws Refused with {@link Problem#MALFORMED}, naming what is wrong
   */
  Order order(Instant now) {
    try {
      return new Order(
              Capacity.ofCode(as),
              areas.stream().map(Area::ofCode).toList(),
              Instant.parse(until).truncatedTo(ChronoUnit.SECONDS))
          .requireEndorsable(now);
    } catch (DateTimeException e) {
      throw new Refused(Problem.MALFORMED, "until: wrong (expected: an instant in UTC)");
    } catch (IllegalArgumentException e) {
      throw new Refused(Problem.MALFORMED, String.valueOf(e.getMessage()));
    }
  }
}
