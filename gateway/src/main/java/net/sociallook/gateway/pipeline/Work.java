package net.sociallook.gateway.pipeline;

import reactor.core.publisher.Mono;

/** What a permitted request does. */
@FunctionalInterface
interface Work {
  Mono<Void> run(Admitted admitted);
}
