package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkingTest {
  private static final String ANSWER = answer();

  /**
   * Multi-byte characters, surrogate pairs, escapes, numbers, white space, links, other clients.
   */
  private static String answer() {
    List<String> resources =
        List.of(
            Answers.document(1),
            Answers.document("other", Answers.OTHER_CLIENT, "canary"),
            Answers.document("d-2", Answers.AT_HOLDER, "ä€😀 \\ud83d\\ude00 \\\" \\\\ \\u00e4"),
            Answers.document(3).replace(",\"", " ,\n\t\"").replace("\":", "\" : "));
    return Answers.bundle(resources)
        .replaceFirst(
            ",",
            ",\"link\":[{\"relation\":\"next\",\"url\":\"?_page=%C3%A4\"}],\"id\":\"x\",\"n\":"
                + "[1.00,-0.5e+3,true,false,null,{\"a\":\"ü\"}],");
  }

  @Test
  void everySingleCutGivesTheSame() {
    byte[] answer = Answers.bytes(ANSWER);
    String whole = Answers.filtered(Answers.searchset(), answer);
    assertThat(whole).contains("akte-17-1", "d-2", "akte-17-3", "cursor=");
    for (int cut = 0; cut <= answer.length; cut++) {
      byte[] first = Arrays.copyOf(answer, cut);
      byte[] second = Arrays.copyOfRange(answer, cut, answer.length);
      assertThat(Answers.filtered(Answers.searchset(), first, second)).isEqualTo(whole);
    }
  }

  @Test
  void bytesOneByOneGiveTheSame() {
    byte[] answer = Answers.bytes(ANSWER);
    byte[][] chunks = new byte[answer.length][];
    Arrays.setAll(chunks, i -> new byte[] {answer[i]});

    assertThat(Answers.filtered(Answers.searchset(), chunks))
        .isEqualTo(Answers.filtered(Answers.searchset(), answer));
  }

  @Test
  void randomCutsGiveTheSame() {
    Random random = new Random(20261121);
    byte[] answer = Answers.bytes(ANSWER);
    String whole = Answers.filtered(Answers.searchset(), answer);
    for (int round = 0; round < 500; round++) {
      byte[][] chunks = cut(answer, random, 1 + random.nextInt(40));
      assertThat(Answers.filtered(Answers.searchset(), chunks)).isEqualTo(whole);
    }
  }

  @Test
  void aLargeAnswerIsCutAnywhere() {
    byte[] answer = Answers.bytes(Answers.documents(200));
    String whole = Answers.filtered(Answers.searchset(), answer);
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      assertThat(Answers.filtered(Answers.searchset(), cut(answer, random, 50))).isEqualTo(whole);
    }
  }

  @Test
  void entriesLeaveOneByOneHoweverTheyCame() {
    Random random = new Random(11);
    byte[] mixed = Answers.bytes(ANSWER);
    List<String> visible =
        entries(Answers.bytes(ANSWER.replaceFirst("\\{\"fullUrl[^}]*?other.*?\"match\"}},", "")));
    assertThat(visible).hasSize(3);
    for (int round = 0; round < 200; round++) {
      assertThat(entries(cut(mixed, random, 1 + random.nextInt(9)))).isEqualTo(visible);
    }
  }

  private static List<String> entries(byte[]... chunks) {
    SearchsetFilter filter = Answers.searchset();
    return Arrays.stream(chunks)
        .flatMap(chunk -> filter.entries(ByteBuffer.wrap(chunk)).stream())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void aSingleResourceIsCutAnywhere() {
    byte[] answer = Answers.bytes(Answers.document(1));
    String whole = Answers.filtered(Answers.resource("akte-17-1"), answer);
    for (int cut = 0; cut <= answer.length; cut++) {
      byte[] first = Arrays.copyOf(answer, cut);
      byte[] second = Arrays.copyOfRange(answer, cut, answer.length);
      assertThat(Answers.filtered(Answers.resource("akte-17-1"), first, second)).isEqualTo(whole);
    }
  }

  /** Ten thousand entries come out as often as they went in, and no more than a few lie here. */
  @Test
  void theInputAtHandDoesNotGrowWithTheAnswer() {
    SearchsetReader reader = new SearchsetReader(entry -> {});
    byte[] document = Answers.bytes(Answers.entry(Answers.document(1)) + ",");
    reader.read(wrap(Answers.bytes("{\"resourceType\":\"Bundle\",\"entry\":[")));
    for (int i = 0; i < 10_000; i++) {
      reader.read(wrap(document));
    }
    assertThat(reader.atHand()).isLessThanOrEqualTo(64 * 1024);
  }

  @Test
  void tenThousandEntriesPass() {
    SearchsetFilter filter = Answers.searchset();
    byte[] answer = Answers.bytes(Answers.documents(10_000));
    int released = 0;
    int most = 0;
    for (int from = 0; from < answer.length; from += 16 * 1024) {
      int length = Math.min(16 * 1024, answer.length - from);
      int given = filter.feed(ByteBuffer.wrap(answer, from, length)).length;
      released += given;
      most = Math.max(most, given);
    }

    assertThat(filter.tally().releasedCount()).isEqualTo(10_000);
    assertThat(released).isGreaterThan(10_000_000);
    assertThat(most).isLessThan(64 * 1024);
  }

  private static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes);
  }

  private static byte[][] cut(byte[] answer, Random random, int cuts) {
    TreeSet<Integer> at =
        IntStream.range(0, cuts)
            .mapToObj(i -> random.nextInt(answer.length + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    at.add(answer.length);
    List<byte[]> chunks = new ArrayList<>();
    int from = 0;
    for (int to : at) {
      chunks.add(Arrays.copyOfRange(answer, from, to));
      from = to;
    }
    return chunks.toArray(byte[][]::new);
  }
}
