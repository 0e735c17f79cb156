package net.sociallook.registry.page.signing;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is signed is in the client's own language, and stays in it. */
class WordsIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);

  @ParameterizedTest
  @CsvSource({
    "de, ltr, Darf Dokumente nur lesen.",
    "de-simple, ltr, Darf meine Dokumente lesen.",
    "en, ltr, May only read documents.",
    "uk, ltr, Може лише читати документи.",
    "ar, rtl, يجوز لها قراءة المستندات فقط."
  })
  void textIsSignedAndShownOnTheReceiptInItsLanguage(String language, String dir, String words) {
    Answer proposal = propose(language).is(201);
    assertThat(proposal.text("text")).contains(words);
    assertThat(proposal.json().at("/document/language").asString()).isEqualTo(language);
    String id = phone.post("/api/grants", phone.signed(proposal)).is(201).text("id");
    assertThat(phone.get("/api/grants/" + id).json().at("/versions/0/signed/language").asString())
        .isEqualTo(language);
    assertThat(new Visitor(REGISTRY, phone).open("/grants/" + id + "/receipt").body())
        .contains("lang=\"" + language + "\" dir=\"" + dir + "\"", words);
  }

  @Test
  void otherLanguagesAreRefused() {
    propose("fr").isProblem(400, "malformed");
  }

  private Answer propose(String language) {
    return phone.post(
        "/api/grant-proposals",
        Map.of(
            "recipient",
            JOBCENTER,
            "provisions",
            List.of(Phone.provision("documents-read", YOUTH_OFFICE)),
            "language",
            language));
  }
}
