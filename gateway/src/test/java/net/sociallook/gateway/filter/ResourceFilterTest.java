package net.sociallook.gateway.filter;

import static net.sociallook.gateway.filter.Answers.AT_HOLDER;
import static net.sociallook.gateway.filter.Answers.OTHER_CLIENT;
import static net.sociallook.gateway.filter.Answers.bytes;
import static net.sociallook.gateway.filter.Answers.document;
import static net.sociallook.gateway.filter.Answers.filtered;
import static net.sociallook.gateway.filter.Answers.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import net.sociallook.consent.Block;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Reason;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;
import org.junit.jupiter.api.Test;

class ResourceFilterTest {
  private static final int MEBIBYTE = 1024 * 1024;

  @Test
  void nothingIsGivenOutBeforeTheEnd() {
    ResourceFilter filter = Answers.resource("d-1");

    byte[] early = filter.feed(ByteBuffer.wrap(bytes(document("d-1", AT_HOLDER, "x"))));

    assertThat(early).isEmpty();
    assertThat(filter.tally()).isEqualTo(Tally.NOTHING);
    assertThat(filter.finish()).isNotEmpty();
    assertThat(filter.tally().released())
        .containsExactly(
            new Tally.Released(ResourceType.DOCUMENT_REFERENCE, new ResourceId("d-1")));
  }

  @Test
  void theFilesOfAVisibleDocumentAreListed() {
    ResourceFilter filter = Answers.resource("d-1");
    String given =
        document("d-1", AT_HOLDER, "x")
            .replace(
                "\"content\":[",
                "\"content\":[{\"attachment\":{\"url\":\"Binary/d-2-0\"}},"
                    + "{\"attachment\":{\"url\":\"Binary/d-1-7\"}},");

    filtered(filter, given);

    assertThat(filter.attachments())
        .containsExactly(
            new Attachment(new ResourceId("d-1-7"), Optional.empty(), OptionalLong.empty()),
            new Attachment(
                new ResourceId("d-1-0"), Optional.of("application/pdf"), OptionalLong.of(48213)));
  }

  @Test
  void anotherClientsDocumentIsNotVisible() {
    ResourceFilter filter = Answers.resource("d-1");

    String released = filtered(filter, document("d-1", OTHER_CLIENT, "canary"));

    assertThat(released).isEmpty();
    assertThat(filter.isVisible()).isFalse();
    assertThat(filter.denied()).contains(Reason.OTHER_CLIENT);
    assertThat(filter.attachments()).isEmpty();
    assertThat(filter.tally().withheldCount()).isEqualTo(1);
  }

  @Test
  void aBlockedDocumentIsNotVisible() {
    Block block =
        new Block.Document(new InstitutionId("youth-office-nordhausen"), new ResourceId("d-1"));
    ResourceFilter filter =
        new ResourceFilter(
            granted(Confidentiality.V, Narrowing.NONE, block), new ResourceId("d-1"));

    assertThat(filtered(filter, document("d-1", AT_HOLDER, "x"))).isEmpty();
    assertThat(filter.denied()).contains(Reason.BLOCKED);
  }

  @Test
  void aDocumentOutsideTheNarrowingIsNotVisible() {
    Narrowing narrowing =
        new Narrowing(Optional.of(new ResourceId("d-2")), Optional.empty(), Optional.empty());
    ResourceFilter filter =
        new ResourceFilter(granted(Confidentiality.N, narrowing), new ResourceId("d-1"));

    assertThat(filtered(filter, document("d-1", AT_HOLDER, "x"))).isEmpty();
    assertThat(filter.denied()).contains(Reason.DOCUMENT_NOT_COVERED);
  }

  @Test
  void aRestrictedDocumentIsVisibleUnderACeilingThatCoversIt() {
    String restricted = document("d-1", AT_HOLDER, "x").replace("\"code\":\"N\"", "\"code\":\"R\"");
    ResourceFilter filter =
        new ResourceFilter(granted(Confidentiality.R, Narrowing.NONE), new ResourceId("d-1"));

    assertThat(filtered(filter, restricted)).contains("\"code\":\"R\"");
  }

  @Test
  void anotherDocumentThanTheOneAskedForIsDefective() {
    assertDefective(Defect.OTHER_RESOURCE, document("d-2", AT_HOLDER, "x"));
  }

  @Test
  void aResourceOfOneMebibyteIsTheLargest() {
    String frame = document("d-1", AT_HOLDER, "");
    String fits = "x".repeat(MEBIBYTE - bytes(frame).length);

    assertThat(filtered(Answers.resource("d-1"), document("d-1", AT_HOLDER, fits))).contains(fits);
    assertDefective(Defect.TOO_LARGE, document("d-1", AT_HOLDER, fits + "x"));
  }

  @Test
  void anEndlessTextIsRefusedOnceItIsTooLarge() {
    ResourceFilter filter = Answers.resource("d-1");
    byte[] begin = bytes("{\"description\":\"");
    byte[] more = bytes("x".repeat(1000));
    filter.feed(ByteBuffer.wrap(begin));

    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> {
          for (int i = 0; i < 1100; i++) {
            filter.feed(ByteBuffer.wrap(more));
          }
        })
        .satisfies(thrown -> assertThat(thrown.defect()).isEqualTo(Defect.TOO_LARGE));
  }

  @Test
  void sixtyFourLevelsAreTheDeepest() {
    assertThat(filtered(Answers.resource("d-1"), nested(63))).isNotEmpty();
    assertDefective(Defect.TOO_DEEP, nested(64));
  }

  private static String nested(int levels) {
    return document("d-1", AT_HOLDER, "x")
        .replaceFirst("\\{", "{\"deep\":" + "[".repeat(levels) + "]".repeat(levels) + ",");
  }

  private static void assertDefective(Defect defect, String answer) {
    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> filtered(Answers.resource("d-1"), answer))
        .satisfies(thrown -> assertThat(thrown.defect()).isEqualTo(defect));
  }
}
