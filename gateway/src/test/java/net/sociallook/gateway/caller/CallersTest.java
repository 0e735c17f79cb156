package net.sociallook.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.sociallook.consent.InstitutionId;
import net.sociallook.testbed.CertificateAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {
  private final Callers callers =
      new Callers(
          Institutions.parse(
              "{\"institutions\":[{\"id\":\"jobcenter-nordhausen\",\"kind\":\"benefit-authority\"},"
                  .concat("{\"id\":\"horizont-ev\",\"kind\":\"provider\",\"inbox\":true},")
                  .concat("{\"id\":\"neustart-ev\",\"kind\":\"provider\",\"inbox\":false}]}")
                  .getBytes(StandardCharsets.UTF_8)));

  @TempDir Path directory;

  @Test
  void institutionIsKnownByItsCommonName() {
    CertificateAuthority ca = CertificateAuthority.create(directory);
    var certificate = ca.issue("institution:jobcenter-nordhausen").certificate();

    Caller caller = callers.identify(certificate).orElseThrow();

    assertThat(caller).isInstanceOf(Caller.OfInstitution.class);
    assertThat(caller.id()).isEqualTo(new InstitutionId("jobcenter-nordhausen"));
    assertThat(caller.thumbprint()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void inboxIsItsInstitutionWhereItWantsOne() {
    CertificateAuthority ca = CertificateAuthority.create(directory);
    var inbox = ca.issue("inbox:horizont-ev").certificate();
    var own = ca.issue("institution:horizont-ev").certificate();

    Caller caller = callers.identify(inbox).orElseThrow();

    assertThat(caller.id()).isEqualTo(new InstitutionId("horizont-ev"));
    assertThat(caller.thumbprint()).isNotEqualTo(callers.identify(own).orElseThrow().thumbprint());
  }

  @Test
  void clientPageIsKnownByItsCommonName() {
    var certificate = CertificateAuthority.create(directory).issue("client-page").certificate();

    assertThat(callers.identify(certificate))
        .containsInstanceOf(Caller.ClientPage.class)
        .get()
        .extracting(Caller::id)
        .isEqualTo(Caller.CLIENT_PAGE);
  }

  @Test
  void noInstitutionCanBeCalledAsTheClientPage() {
    byte[] file =
        "{\"institutions\":[{\"id\":\"client-page\",\"kind\":\"provider\"}]}"
            .getBytes(StandardCharsets.UTF_8);

    assertThatIllegalArgumentException().isThrownBy(() -> Institutions.parse(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "institution:jobcenter-gotha",
        "inbox:jobcenter-nordhausen",
        "inbox:neustart-ev",
        "inbox:unknown-ev",
        "inbox:client-page",
        "Inbox:horizont-ev",
        "inbox:institution:horizont-ev",
        "Institution:jobcenter-nordhausen",
        "institution:jobcenter-nordhausen ",
        "xinstitution:jobcenter-nordhausen",
        "jobcenter-nordhausen",
        "gateway:jobcenter-nordhausen",
        "institution:",
        "institution:client-page",
        "Client-Page",
        "client-page:x"
      })
  void everyOtherNameIsAStrangers(String name) {
    CertificateAuthority ca = CertificateAuthority.create(directory);

    // a trailing space is no part of a name in its text form, so it is escaped here
    assertThat(callers.identify(ca.issue(name.replaceFirst(" $", "\\\\ ")).certificate()))
        .isEmpty();
  }
}
