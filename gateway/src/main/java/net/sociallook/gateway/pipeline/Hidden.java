package net.sociallook.gateway.pipeline;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.sociallook.gateway.answer.Answers;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.filter.Addresses;
import net.sociallook.gateway.filter.SearchsetFilter;
import net.sociallook.gateway.filter.Terms;
import reactor.core.publisher.Mono;

/**
 * Answers where a block hides everything: the very answers that a holder with nothing to show would
 * lead to. Nothing is sent upstream.
 *
 * @param terms on which the request would be decided if there were no block
 */
record Hidden(Terms terms) {
  private static final byte[] NOTHING =
      "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}".getBytes(StandardCharsets.UTF_8);

  Mono<Void> absent(Asked asked) {
    return asked.visit().refuse(Refusal.NOT_FOUND);
  }

  Mono<Void> emptyPage(Asked asked, Addresses addresses) {
    SearchsetFilter filter = new SearchsetFilter(terms, addresses);
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.writeBytes(filter.feed(ByteBuffer.wrap(NOTHING)));
    page.writeBytes(filter.finish());
    return Answers.write(asked.visit().response(), 200, Answers.FHIR_JSON, page.toByteArray());
  }
}
