package net.sociallook.registry.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Permission;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.TestDirectory;
import net.sociallook.registry.link.Pseudonyms;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A client who is linked to Jobcenter and youth office, and what she allows the Jobcenter. */
final class Consented {
  private final RunningRegistry registry;
  private final Phone phone;
  private final Map<String, String> pseudonyms = new LinkedHashMap<>();
  private String grant = "";

  private Consented(RunningRegistry registry) {
    this.registry = registry;
    this.phone = new Phone(registry);
    for (String institution : List.of(TestDirectory.JOBCENTER, TestDirectory.YOUTH_OFFICE)) {
      pseudonyms.put(institution, phone.linkTo(Office.of(registry, institution)));
    }
  }

  static Consented client(RunningRegistry registry) {
    return new Consented(registry);
  }

  /** One that nobody has. */
  static String newPseudonym() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  String pseudonymAt(String institution) {
    return pseudonyms.getOrDefault(institution, "");
  }

  Asked asked() {
    return Asked.about(pseudonymAt(TestDirectory.JOBCENTER));
  }

  String grant() {
    return grant;
  }

  /** Allows these with documents and other things of the youth office. */
  Consented allows(Permission... permissions) {
    List<Map<String, String>> provisions = new ArrayList<>();
    for (Permission permission : permissions) {
      provisions.add(provision(permission));
    }
    return allows(provisions);
  }

  Consented allows(List<Map<String, String>> provisions) {
    Answer given = phone.grant(TestDirectory.JOBCENTER, provisions);
    grant = given.text("id");
    return this;
  }

  static Map<String, String> provision(Permission permission) {
    return Phone.provision(permission.code(), TestDirectory.YOUTH_OFFICE);
  }

  Consented withdraws() {
    phone.post("/api/grants/" + grant + "/withdrawal").is(200);
    return this;
  }

  Consented blocks(Map<String, String> block) {
    phone.post("/api/blocks", block).is(200);
    return this;
  }

  /** As if that institution had endorsed another passkey than the one she signed with. */
  Consented withAnotherKeyAt(String institution) {
    int changed =
        registry
            .bean(JdbcClient.class)
            .sql(
                """
                update link set credential_id =
                  (select credential_id from passkey where client <> :client limit 1)
                where client = :client and institution = :institution\
                """)
            .param("client", id())
            .param("institution", institution)
            .update();
    assertThat(changed).isOne();
    return this;
  }

  /** As if that institution had endorsed her key for this pseudonym, or before it named one. */
  Consented withEndorsementAt(String institution, Optional<String> pseudonym) {
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(institution);
    pseudonym.ifPresent(named -> claims.claim("patient", named));
    ECKey key = RunningRegistry.directory().signingKeys().get(institution);
    int changed =
        registry
            .bean(JdbcClient.class)
            .sql(
                "update link set endorsement = :endorsement"
                    + " where client = :client and institution = :institution")
            .param("endorsement", Office.jws(key, claims.build()))
            .param("client", id())
            .param("institution", institution)
            .update();
    assertThat(changed).isOne();
    return this;
  }

  private UUID id() {
    return registry
        .bean(Pseudonyms.class)
        .clientOf(new InstitutionId(TestDirectory.JOBCENTER), pseudonymAt(TestDirectory.JOBCENTER))
        .orElseThrow();
  }

  /** What she sees of who asked for what, newest first. */
  JsonNode log() {
    return phone.get("/api/log").is(200).json().get("entries");
  }

  /** Why token requests about her were refused, as the ledger has it, oldest first. */
  List<String> refusals() {
    return registry
        .bean(JdbcClient.class)
        .sql(
            """
            select payload::json #>> '{body,request,reason}' from ledger_payload
            join ledger_record using (sequence)
            where client is not null and payload::json #>> '{body,request,pseudonym}' = :pseudonym
            order by sequence
            """)
        .param("pseudonym", pseudonymAt(TestDirectory.JOBCENTER))
        .query(String.class)
        .list();
  }
}
