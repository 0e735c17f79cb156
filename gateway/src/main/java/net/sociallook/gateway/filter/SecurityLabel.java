package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A security label that the gateway understands. One that it does not understand could raise the
 * confidentiality, or demand what the gateway cannot do; its resource is withheld.
 *
 * @see <a href="http://terminology.hl7.org/CodeSystem/v3-Confidentiality">v3-Confidentiality</a>
 * @see <a href="http://terminology.hl7.org/CodeSystem/v3-ActCode">v3-ActCode</a>
 */
final class SecurityLabel {

  /** What a label does to the decision. */
  enum Effect {
    /** Sets the level. */
    CONFIDENTIALITY,
    /** Raises the level to restricted, and is what a client's block can name. */
    SENSITIVITY,
    /** Tells the recipient how to treat what it receives; passed on. */
    INSTRUCTION
  }

  static final String LEVELS = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
  static final String ACTS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  private static final Map<String, Map<String, SecurityLabel>> KNOWN = new HashMap<>();

  static {
    know(LEVELS, Effect.CONFIDENTIALITY, "U L M N R V");
    know(
        ACTS,
        Effect.SENSITIVITY,
        "SDV VIO SUD ETH ETHUD OPIOIDUD MH PSY BH HIV STD SEX LOCIS ADOL SSP TBOO");
    know(
        ACTS,
        Effect.INSTRUCTION,
        "NOREUSE NORDSCLCD NORDSCLCDS NODSCLCD NODSCLCDS NOPERSISTP NOCOLLECT NOINTEGRATE NOAUTH"
            + " NORELINK DELAU AUDIT AOD CPLYCD MINEC PERSISTLABEL ENCRYPT ENCRYPTR ENCRYPTT"
            + " ENCRYPTU");
  }

  static final SecurityLabel NO_REUSE = act("NOREUSE");
  static final SecurityLabel NO_REDISCLOSURE = act("NORDSCLCD");
  static final SecurityLabel NO_PERSISTENCE = act("NOPERSISTP");

  private final String code;
  private final Effect effect;
  private final byte[] coding;

  private SecurityLabel(String system, String code, Effect effect) {
    this.code = code;
    this.effect = effect;
    coding =
        ("{\"system\":\"" + system + "\",\"code\":\"" + code + "\"}")
            .getBytes(StandardCharsets.US_ASCII);
  }

  private static void know(String system, Effect effect, String codes) {
    for (String code : codes.split(" ")) {
      KNOWN
          .computeIfAbsent(system, s -> new HashMap<>())
          .put(code, new SecurityLabel(system, code, effect));
    }
  }

  static Optional<SecurityLabel> find(String system, String code) {
    return Optional.ofNullable(KNOWN.getOrDefault(system, Map.of()).get(code));
  }

  /** The known codes, sorted. */
  static Map<Effect, List<String>> byEffect() {
    return KNOWN.values().stream()
        .flatMap(codes -> codes.values().stream())
        .collect(
            Collectors.groupingBy(
                SecurityLabel::effect,
                Collectors.mapping(
                    SecurityLabel::code,
                    Collectors.collectingAndThen(
                        Collectors.toList(), codes -> codes.stream().sorted().toList()))));
  }

  private static SecurityLabel act(String code) {
    return find(ACTS, code).orElseThrow();
  }

  String code() {
    return code;
  }

  Effect effect() {
    return effect;
  }

  /** Writes it as a Coding, without the display text that the holder may have given it. */
  void write(Output out) {
    out.write(coding);
  }
}
