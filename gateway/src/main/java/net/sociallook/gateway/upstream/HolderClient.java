package net.sociallook.gateway.upstream;

import reactor.core.publisher.Mono;

/** Calls the adapter of a holder: last check, stamp, assertion, and the one repetition on 412. */
public interface HolderClient {

  /**
   * @param check called right before each sending; its refusal sends nothing and is signalled as
   *     {@link NotAdmitted}
   * @return the answer's head, with the body still to be read; the body must be consumed or
   *     cancelled. An error is a {@link NotAdmitted}, a {@link
   *     java.util.concurrent.TimeoutException} or whatever broke the connection
   */
  Mono<HolderAnswer> send(HolderRequest request, LastCheck check);
}
