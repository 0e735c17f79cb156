package net.sociallook.gateway.filter;

import static net.sociallook.gateway.filter.Answers.ADDRESSES;
import static net.sociallook.gateway.filter.Answers.OTHER_CLIENT;
import static net.sociallook.gateway.filter.Answers.bundle;
import static net.sociallook.gateway.filter.Answers.bytes;
import static net.sociallook.gateway.filter.Answers.document;
import static net.sociallook.gateway.filter.Answers.filtered;
import static net.sociallook.gateway.filter.Answers.granted;
import static net.sociallook.gateway.filter.Answers.searchset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeveralBundlesTest {
  private static final String HIDDEN = document("akte-99-1", OTHER_CLIENT, "canary");

  private final SearchsetFilter filter = new SearchsetFilter(ADDRESSES);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void oneBundleIsMadeOfSeveral() {
    pass(10, HIDDEN);
    pass(10, document(1), HIDDEN);
    pass(10);
    pass(10, document(2));

    assertThat(released())
        .isEqualTo(filtered(searchset(), bundle(List.of(document(1), document(2)))));
    assertThat(filter.tally().releasedCount()).isEqualTo(2);
    assertThat(filter.tally().withheldCount()).isEqualTo(2);
  }

  @Test
  void whatIsBeyondTheShareIsOnlyCounted() {
    Passed passed = pass(1, HIDDEN, document(1), HIDDEN, document(2), HIDDEN);

    assertThat(passed.taken()).isEqualTo(new Passed.Span(2, 1));
    assertThat(passed.whole()).isEqualTo(new Passed.Span(5, 2));
    assertThat(passed.beyond()).isEqualTo(1);
    assertThat(released()).isEqualTo(filtered(searchset(), bundle(List.of(document(1)))));
    assertThat(filter.tally().withheldCount()).isEqualTo(1);
  }

  @Test
  void withheldEntriesCountOnceTheyArePassed() {
    pass(1, document(1));
    pass(0, HIDDEN, HIDDEN);
    pass(0, HIDDEN, document(2));

    assertThat(filter.tally().withheldCount()).isEqualTo(2);
    assertThat(filter.tally().releasedCount()).isEqualTo(1);
  }

  @Test
  void defectOfALaterBundleIsTheDefectOfAll() {
    pass(10, document(1));
    filter.begin(granted(), 10);
    filter.feed(ByteBuffer.wrap(bytes("{\"resourceType\":\"Bundle\"")));

    assertThatExceptionOfType(DefectiveAnswer.class).isThrownBy(filter::end);
    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> filter.finish(Optional.empty()));
  }

  @Test
  void nothingBetweenTwoBundlesIsRead() {
    pass(10, document(1));

    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> filter.feed(ByteBuffer.wrap(bytes(bundle(List.of(document(2)))))));
  }

  private Passed pass(int most, String... resources) {
    filter.begin(granted(), most);
    out.writeBytes(filter.feed(ByteBuffer.wrap(bytes(bundle(List.of(resources))))));
    return filter.end();
  }

  private String released() {
    out.writeBytes(filter.finish(Optional.empty()));
    return out.toString(StandardCharsets.UTF_8);
  }
}
