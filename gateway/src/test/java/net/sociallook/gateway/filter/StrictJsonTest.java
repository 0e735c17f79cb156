package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

class StrictJsonTest {
  private static final JsonFactory JACKSON = new JsonFactory();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " {\t} \r\n",
        "{\"a\":[]}",
        "{\"a\":[1,-1,0,-0,0.5,1.00,5e3,1E+2,2e-07,123456789012345678901234567890.5]}",
        "{\"a\":[true,false,null,\"\"]}",
        "{\"\":0}",
        "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\uABCD\\uabcd\\ud83d\\ude00\"}",
        "{\"a\":\"\u007f ä € 😀 \uffff\"}",
        "{\"a\":{\"a\":{\"a\":1}}}",
      })
  void jsonIsAccepted(String json) {
    assertThat(tokens(read(Answers.bytes(json)))).isEqualTo(jacksonTokens(Answers.bytes(json)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "1",
        "\"a\"",
        "null",
        "{",
        "}",
        "{]",
        "[}",
        "{}}",
        "{}{}",
        "{} x",
        "{},",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\":1,,\"b\":1}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\"::1}",
        "{\"a\":,}",
        "{:1}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{null:1}",
        "{\"a\":[1,]}",
        "{\"a\":[,1]}",
        "{\"a\":[1 2]}",
        "{\"a\":[1:2]}",
        "{\"a\":[\"a\":1]}",
        "{\"a\":[1}",
        "{\"a\":[}",
        "{\"a\":'x'}",
        "{\"a\":x}",
        "{\"a\":NaN}",
        "{\"a\":-NaN}",
        "{\"a\":Infinity}",
        "{\"a\":-Infinity}",
        "{\"a\":+1}",
        "{\"a\":01}",
        "{\"a\":-01}",
        "{\"a\":-}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":1.e1}",
        "{\"a\":1e}",
        "{\"a\":1e+}",
        "{\"a\":0x1}",
        "{\"a\":1_0}",
        "{\"a\":1a}",
        "{\"a\":--1}",
        "{\"a\":True}",
        "{\"a\":tru}",
        "{\"a\":truee}",
        "{\"a\":nul}",
        "{\"a\":falsE}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\u0000\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12G4\"}",
        "{\"a\":\"\\U0041\"}",
        "{\"a\":\"\\'\"}",
        "{\"a\":\"x}",
        "{\"a\":\"\\\"}",
        "{\"a\":1}//x",
        "{/**/}",
        "{\"a\":1/**/}",
        "#\n{}",
        "\ufeff{}",
        "{\ufeff}",
        "{\u00a0}",
        "{\f}",
        "{\u000b}",
        "{\u2028}",
        "{\"a\":1;}",
        "{\"a\\u0062\":1}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\"}",
        "{\"a\":\"\\ud83dx\"}",
        "{\"a\":\"\\ud83d\\u0041\"}",
        "{\"a\":\"\\ud83d\\ud83d\\ude00\"}",
        "{\"a\":\"\\ude00\\ud83d\"}",
        "{\"a\":1,\"a\":1}",
        "{\"b\":{\"a\":1,\"c\":2,\"a\":1}}",
      })
  void whatIsNotStrictJsonIsRefused(String json) {
    assertThatExceptionOfType(DefectiveAnswer.class).isThrownBy(() -> read(Answers.bytes(json)));
  }

  /** Stray and missing continuations, overlong forms, surrogates, beyond Unicode, Latin-1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c0af",
        "c1bf",
        "c2",
        "c220",
        "e08080",
        "e09fbf",
        "e282",
        "e28220",
        "eda080",
        "edbfbf",
        "f0808080",
        "f08fbfbf",
        "f09f98",
        "f4908080",
        "f5808080",
        "f888808080",
        "fe",
        "ff",
        "e4",
        "e4f6fc",
        "ed a0 bd ed b8 80"
      })
  void whatIsNotUtf8IsRefused(String hex) {
    byte[] wrong = HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] json = new byte[wrong.length + 8];
    System.arraycopy(Answers.bytes("{\"a\":\""), 0, json, 0, 6);
    System.arraycopy(wrong, 0, json, 6, wrong.length);
    System.arraycopy(Answers.bytes("\"}"), 0, json, 6 + wrong.length, 2);

    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> read(json))
        .satisfies(thrown -> assertThat(thrown.defect()).isEqualTo(Defect.INVALID_TEXT));
  }

  @Test
  void utf16IsRefused() {
    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> read("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)));
  }

  @Test
  void anObjectOfTooManyMembersIsRefused() {
    StringBuilder many = new StringBuilder("{\"x\":0");
    for (int i = 0; i < 256; i++) {
      many.append(",\"n").append(i).append("\":0");
    }

    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> read(Answers.bytes(many + "}")))
        .satisfies(thrown -> assertThat(thrown.defect()).isEqualTo(Defect.TOO_LARGE));
  }

  @Test
  void aNumberBeyondAllReasonIsRefused() {
    assertThat(tokens(read(Answers.bytes("{\"a\":" + "1".repeat(1024) + "}")))).isNotEmpty();
    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> read(Answers.bytes("{\"a\":" + "1".repeat(1025) + "}")));
  }

  /** The second opinion: whatever is accepted here, Jackson reads, and reads as the same. */
  @Test
  void whatIsAcceptedMeansTheSameToJackson() {
    byte[] document = Answers.bytes(Answers.document("d-1", Answers.AT_HOLDER, "ä😀 \\u00e4 \\n"));
    Edits edits = new Edits(318);
    int accepted = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] edited = edits.edit(document);
      List<String> read;
      try {
        read = tokens(read(edited));
      } catch (DefectiveAnswer refused) {
        continue;
      }
      accepted++;
      assertThat(read).isEqualTo(jacksonTokens(edited));
    }
    assertThat(accepted).isGreaterThan(2_000);
  }

  private static Tape read(byte[] json) {
    Tokenizer tokenizer = new Tokenizer(0);
    Tape tape = new Tape(tokenizer);
    ByteBuffer chunk = ByteBuffer.wrap(json);
    while (chunk.hasRemaining()) {
      tokenizer.take(chunk);
      for (Token token = tokenizer.next(); token != Token.NEED_MORE; token = tokenizer.next()) {
        if (tokenizer.keptFrom() < 0) {
          tokenizer.keep();
        }
        tape.add(token);
      }
    }
    if (!tokenizer.isDone()) {
      throw new DefectiveAnswer(Defect.TRUNCATED);
    }
    return tape;
  }

  private static List<String> tokens(Tape tape) {
    List<String> all = new ArrayList<>();
    collect(tape, 0, all);
    return all;
  }

  private static void collect(Tape tape, int value, List<String> all) {
    switch (tape.kind(value)) {
      case OBJECT_START -> {
        all.add("{");
        for (int name = value + 1; name < tape.after(value); name = tape.after(name + 1)) {
          String raw = tape.raw(name);
          all.add(raw.substring(1, raw.length() - 1));
          collect(tape, name + 1, all);
        }
        all.add("}");
      }
      case ARRAY_START -> {
        all.add("[");
        for (int i = value + 1; i < tape.after(value); i = tape.after(i)) {
          collect(tape, i, all);
        }
        all.add("]");
      }
      case STRING -> all.add(tape.text(value));
      case NUMBER, TRUE, FALSE, NULL -> all.add(tape.raw(value));
      case NAME, OBJECT_END, ARRAY_END, NEED_MORE -> throw new AssertionError(tape.kind(value));
    }
  }

  private static List<String> jacksonTokens(byte[] json) {
    List<String> all = new ArrayList<>();
    try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        all.add(parser.getString());
      }
    } catch (StreamReadException refused) {
      throw new AssertionError("Jackson refuses what was accepted", refused);
    }
    return all;
  }
}
