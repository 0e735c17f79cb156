package net.sociallook.gateway.pipeline;

import java.util.List;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * What an adapter's 404 means. It says that it does not keep a kind at all with an OperationOutcome
 * whose every issue is {@code not-supported}; whatever else it says, there is nothing.
 *
 * @see <a href="https://hl7.org/fhir/R4/http.html#search">FHIR R4, 404: resource type not
 *     supported</a>
 */
final class Absence {
  private static final int MOST_BYTES = 8 * 1024;

  private Absence() {}

  /**
   * Always an error: {@link KindNotKept} or {@link NotThere}. Takes the body, of which at most 8
   * KiB are read.
   */
  static Flux<DataBuffer> of(Flux<DataBuffer> body) {
    return DataBufferUtils.join(body, MOST_BYTES)
        .map(Absence::saysNotKept)
        // an answer that breaks or is too long has not said it
        .onErrorReturn(false)
        .defaultIfEmpty(false)
        .flatMapMany(notKept -> Flux.error(notKept ? new KindNotKept() : new NotThere()));
  }

  private static boolean saysNotKept(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    Members outcome = StrictJson.object("outcome", bytes);
    List<Members> issues = outcome.objects("issue");
    return outcome.text("resourceType").equals("OperationOutcome")
        && !issues.isEmpty()
        && issues.stream().allMatch(issue -> issue.text("code").equals("not-supported"));
  }
}
