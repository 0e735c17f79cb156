package net.sociallook.registry.grant;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.reach.Reach;
import net.sociallook.registry.session.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which blocks lie within reach, and who set them. Takes part in the caller's transaction. */
@Component
record BlockReach(Directory directory, JdbcClient database) {

  /** What is about everybody or everything is the client's own alone. */
  boolean covers(Reach reach, Block block) {
    return switch (block) {
      case Block.Everything everything -> reach.acting().isEmpty();
      case Block.Sensitivity sensitivity -> reach.acting().isEmpty();
      case Block.Institution one -> reach.covers(one.institution());
      case Block.Document one -> reach.covers(one.holder());
      case Block.Person one ->
          reach.acting().isEmpty()
              || directory
                  .employerOf(one.caseworker())
                  .filter(employer -> reach.covers(employer.id()))
                  .isPresent();
    };
  }

  /** Does nothing where the client sets it herself. */
  void keep(SignedIn who, UUID block) {
    who.reach()
        .acting()
        .ifPresent(acting ->
            database
                .sql("insert into represented_block values (:block, :representative, :capacity)")
                .param("block", block)
                .param("representative", acting.representative())
                .param("capacity", acting.capacity().code())
                .update());
  }

  /** By block; what is not in it the client set herself. */
  Map<UUID, Capacity> setters(UUID client) {
    Map<UUID, Capacity> all = new HashMap<>();
    database
        .sql(
            "select r.block, r.capacity from represented_block r"
                + " join block b on b.id = r.block where b.client = :client")
        .param("client", client)
        .query((row, n) ->
            all.put(row.getObject("block", UUID.class), Capacity.ofCode(row.getString("capacity"))))
        .list();
    return all;
  }
}
