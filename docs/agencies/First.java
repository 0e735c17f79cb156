import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.message.BasicNameValuePair;
import org.apache.http.ssl.SSLContexts;
import org.apache.http.util.EntityUtils;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Goal;

/** Asks for a token and reads all goals: docs/agencies.md. Java 17 or newer, HAPI FHIR. */
class First {
  static final ObjectMapper JSON = new ObjectMapper();
  static final char[] PASSWORD = "changeit".toCharArray();
  static final String ME = "jobcenter-nordhausen";
  static final String HOLDER = "youth-office-nordhausen";

  public static void main(String[] arguments) throws Exception {
    JsonNode pilot = JSON.readTree(new File(".sociallook/pilot.json"));
    try (CloseableHttpClient http = HttpClients.custom().setSSLContext(tls()).build()) {
      FhirContext fhir = FhirContext.forR4();
      fhir.getRestfulClientFactory().setHttpClient(http);
      // there is one /fhir/metadata for all institutions, none below each of them
      fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
      IGenericClient holder =
          fhir.newRestfulGenericClient(pilot.at("/gateway/0").asText() + "/fhir/" + HOLDER);
      holder.registerInterceptor(new BearerTokenAuthInterceptor(token(http, pilot)));

      Bundle page =
          holder.search().forResource(Goal.class).count(1).returnBundle(Bundle.class).execute();
      int goals = page.getEntry().size();
      int pages = 1;
      while (page.getLink("next") != null) {
        page = holder.loadPage().next(page).execute();
        goals += page.getEntry().size();
        pages++;
      }
      System.out.println(goals + " goals on " + pages + " pages");
    }
  }

  static String token(CloseableHttpClient http, JsonNode pilot) throws IOException {
    String patient = null;
    for (JsonNode client : pilot.get("clients")) {
      if (client.get("id").asText().equals("client-03")) {
        patient = client.get("pseudonyms").get(ME).asText();
      }
    }
    Map<String, String> details =
        Map.of(
            "type", "https://sociallook.net/rar/consent-access/v1",
            "patient", patient,
            "holder", HOLDER,
            "purpose", "COC",
            "requester", "cw-001");
    HttpPost post = new HttpPost(pilot.get("registry").asText() + "/oauth2/token");
    post.setEntity(
        new UrlEncodedFormEntity(
            List.of(
                new BasicNameValuePair("grant_type", "client_credentials"),
                new BasicNameValuePair(
                    "authorization_details", JSON.writeValueAsString(List.of(details))))));
    try (var answer = http.execute(post)) {
      return JSON.readTree(EntityUtils.toString(answer.getEntity())).get("access_token").asText();
    }
  }

  static SSLContext tls() throws GeneralSecurityException, IOException {
    KeyStore own = KeyStore.getInstance(new File("jobcenter.p12"), PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream ca = new FileInputStream(".sociallook/pki/ca.pem")) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(ca));
    }
    return SSLContexts.custom()
        .loadKeyMaterial(own, PASSWORD)
        .loadTrustMaterial(trusted, null)
        .build();
  }
}
