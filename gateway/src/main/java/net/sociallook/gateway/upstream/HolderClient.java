package net.sociallook.gateway.upstream;

import reactor.core.publisher.Mono;

/** Calls the adapter of a holder: last check, stamp, assertion, and the one repetition on 412. */
public interface HolderClient {

  /**
   * @param check called right before each sending; its refusal sends nothing and is signalled as
   *     {@link NotAdmitted}
   * @return the answer's head, with the body still to be read; the body must be consumed or
   *     cancelled, once. An error is a {@link NotAdmitted} or a {@link HolderFailure}; the body's
   *     is a {@link HolderFailure}
   */
  Mono<HolderAnswer> send(HolderRequest request, LastCheck check);
}
