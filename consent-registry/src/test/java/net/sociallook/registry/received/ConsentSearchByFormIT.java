package net.sociallook.registry.received;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentSearchByFormIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office RECIPIENT = Office.of(REGISTRY, JOBCENTER);
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void formFindsWhatTheAddressFinds() {
    Phone phone = new Phone(REGISTRY);
    String pseudonym = phone.linkTo(RECIPIENT);
    phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String query = "patient=" + pseudonym + "&status=active";

    Answer found = post("", FORM, query).is(200);

    assertThat(found.json()).isEqualTo(RECIPIENT.get("/fhir/Consent?" + query).is(200).json());
    assertThat(found.json().path("entry")).hasSize(1);
  }

  @Test
  void emptyFormFindsAll() {
    assertThat(post("", FORM, "").is(200).json()).isEqualTo(RECIPIENT.get("/fhir/Consent").json());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"foo=1", "status=active&status=active", "patient=x", "_count=0", "status="})
  void whatIsNotUnderstoodIsRefused(String form) {
    assertThat(post("", FORM, form).is(400).text("resourceType")).isEqualTo("OperationOutcome");
  }

  @Test
  void parametersInTheAddressAreRefused() {
    post("?status=active", FORM, "").is(400);
    post("?status=active", FORM, "status=active").is(400);
  }

  @Test
  void otherFormsAreNotTaken() {
    post("", "application/json", "{}").is(415);
    post("", "multipart/form-data; boundary=x", "--x--").is(415);
  }

  @Test
  void formThatIsTooLargeIsRefused() {
    assertThat(post("", FORM, "status=" + "a".repeat(70_000)).status()).isEqualTo(413);
  }

  private static Answer post(String query, String contentType, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(REGISTRY.uri(Port.INSTITUTIONS, "/fhir/Consent/_search" + query))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return Answer.checked(RECIPIENT.http().send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
