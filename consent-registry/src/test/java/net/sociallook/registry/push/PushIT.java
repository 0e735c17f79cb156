package net.sociallook.registry.push;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.push.PushKit.SERVICE;
import static net.sociallook.registry.push.PushKit.awaitReceived;
import static net.sociallook.registry.push.PushKit.awaitThat;
import static net.sociallook.registry.push.PushKit.read;
import static net.sociallook.registry.push.PushKit.subscribe;
import static net.sociallook.registry.push.PushKit.topics;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.push.PushKit.VapidFile;
import net.sociallook.testbed.push.Received;
import net.sociallook.testbed.push.Reply;
import net.sociallook.testbed.push.Subscriber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a device is told, and what its push service learns. */
class PushIT {
  private static final VapidFile KEY = VapidFile.draw();
  private static final RunningRegistry REGISTRY = RunningRegistry.start(PushKit.properties(KEY));

  private final News news = News.of(REGISTRY);
  private final Phone phone = news.phone();
  private final Subscriber browser = subscribe();

  @AfterAll
  static void stop() {
    REGISTRY.close();
  }

  private void tell(String... topics) {
    PushKit.tell(phone, browser, KEY, topics).is(200);
  }

  private long waiting() {
    return REGISTRY
        .asOwner()
        .sql(
            "select count(*) from registry.push_notice n join registry.push_device d"
                + " on d.id = n.device where d.endpoint = :endpoint")
        .param("endpoint", browser.endpoint().toString())
        .query(Long.class)
        .single();
  }

  @Test
  void requestIsToldInWordsThatSayNothingOfIt() {
    tell("request");
    assertThat(topics(phone, browser)).containsExactly("request");
    news.request();
    Received received = awaitReceived(browser, 1).getFirst();
    assertThat(received.fault()).isEmpty();
    assertThat(received.header("content-encoding")).isEqualTo("aes128gcm");
    assertThat(received.header("urgency")).isEqualTo("normal");
    assertThat(received.header("topic")).isEqualTo("news");
    assertThat(Long.parseLong(received.header("ttl"))).isBetween(86_000L, 86_400L);
    JsonNode shown = read(browser, received);
    assertThat(shown.propertyNames()).containsExactlyInAnyOrder("body", "lang", "dir", "icon");
    assertThat(shown.path("body").asString()).isEqualTo("Es gibt etwas Neues.");
    assertThat(shown.path("lang").asString()).isEqualTo("de");
    awaitThat(() -> waiting() == 0);
    assertThat(SERVICE.receivedFor(browser)).hasSize(1);
  }

  @Test
  void everyLanguageIsEquallyLongForThePushService() {
    tell("request");
    Subscriber arabic = subscribe();
    phone
        .send(
            phone
                .request("/api/push-devices")
                .header("Origin", REGISTRY.pageOrigin().toString())
                .header("Content-Type", "application/json")
                .header("Accept-Language", "ar")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        tools.jackson.databind.json.JsonMapper.shared()
                            .writeValueAsString(PushKit.form(arabic, KEY.publicKey(), "request")))))
        .is(200);
    news.request();
    Received inArabic = awaitReceived(arabic, 1).getFirst();
    assertThat(read(arabic, inArabic).path("dir").asString()).isEqualTo("rtl");
    assertThat(read(arabic, inArabic).path("body").asString()).isEqualTo("يوجد شيء جديد.");
    assertThat(inArabic.body()).hasSameSizeAs(awaitReceived(browser, 1).getFirst().body());
  }

  @Test
  void answerToAQuestionIsTold() {
    tell("answer");
    String line = "/log/" + news.look(UUID.randomUUID(), "jc-001");
    new Visitor(REGISTRY, phone)
        .send(line + "/question", "question", UUID.randomUUID().toString(), "text", "Warum?");
    Office office = Office.of(REGISTRY, JOBCENTER);
    JsonNode question =
        office
            .get("/questions?state=open&count=200")
            .is(200)
            .json()
            .path("questions")
            .valueStream()
            .filter(one -> line.endsWith(one.path("entry").asString()))
            .findFirst()
            .orElseThrow();
    office
        .put(
            "/questions/" + question.path("id").asString() + "/answer",
            Map.of("caseworker", "jc-001", "text", "Darum."))
        .is(200);
    awaitReceived(browser, 1);
    awaitThat(() -> waiting() == 0);
    assertThat(SERVICE.receivedFor(browser)).hasSize(1);
  }

  @Test
  void onlyWhatIsWantedIsTold() {
    tell("message");
    Subscriber other = subscribe();
    PushKit.tell(phone, other, KEY, "request").is(200);
    news.request();
    awaitReceived(other, 1);
    assertThat(waiting()).isZero();
    assertThat(SERVICE.receivedFor(browser)).isEmpty();
  }

  @Test
  void aDeviceThatIsGoneIsForgotten() {
    for (int status : List.of(404, 410)) {
      Subscriber gone = subscribe();
      PushKit.tell(phone, gone, KEY, "request").is(200);
      SERVICE.order(gone, Reply.status(status));
      news.request();
      awaitReceived(gone, 1);
      awaitThat(() -> topics(phone, gone).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 400, 403})
  void whatIsNotTakenIsToldAgain(int status) {
    tell("request");
    SERVICE.order(browser, Reply.status(status), Reply.status(status));
    news.request();
    awaitReceived(browser, 3);
    awaitThat(() -> waiting() == 0);
    assertThat(SERVICE.receivedFor(browser)).hasSize(3);
    assertThat(topics(phone, browser)).containsExactly("request");
  }

  @Test
  void aPushServiceIsLeftAloneAsLongAsItAsksFor() {
    tell("request");
    SERVICE.order(browser, Reply.status(429, "Retry-After", "3"));
    news.request();
    List<Received> both = awaitReceived(browser, 2);
    assertThat(Duration.between(both.get(0).at(), both.get(1).at()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(2_900));
  }

  @Test
  void silenceAndAnswersWithoutEndHoldNobodyUp() {
    tell("request");
    Subscriber talkative = subscribe();
    PushKit.tell(phone, talkative, KEY, "request").is(200);
    SERVICE.order(browser, Reply.none());
    SERVICE.order(talkative, Reply.endless(201));
    news.request();
    awaitReceived(browser, 2);
    awaitThat(() -> waiting() == 0);
    assertThat(SERVICE.receivedFor(talkative)).hasSize(1);
  }

  @Test
  void nobodyIsFollowedElsewhere() {
    tell("request");
    String elsewhere = "/elsewhere/" + UUID.randomUUID();
    SERVICE.order(
        browser,
        Reply.status(307, "Location", "https://" + SERVICE.authority() + elsewhere),
        Reply.status(301, "Location", "https://" + SERVICE.authority() + elsewhere));
    news.request();
    awaitReceived(browser, 3);
    assertThat(SERVICE.receivedAt(elsewhere)).isEmpty();
  }

  @Test
  void whereTheContentIsTooLargeItIsToldWithout() {
    tell("request");
    SERVICE.order(browser, Reply.status(413));
    news.request();
    Received second = awaitReceived(browser, 2).get(1);
    assertThat(second.body()).isEmpty();
    assertThat(second.header("content-encoding")).isEmpty();
    awaitThat(() -> waiting() == 0);
    assertThat(SERVICE.receivedFor(browser)).hasSize(2);
  }

  @Test
  void aBrowserInOtherHandsTellsNothingOfTheFirst() {
    tell("request");
    SERVICE.order(browser, Reply.status(500, "Retry-After", "3600"));
    news.request();
    awaitReceived(browser, 1);
    assertThat(waiting()).isOne();

    News other = News.of(REGISTRY);
    PushKit.tell(other.phone(), browser, KEY, "request").is(200);
    assertThat(waiting()).isZero();
    assertThat(topics(phone, browser)).isEmpty();
    other.request();
    awaitReceived(browser, 2);
  }

  @Test
  void nobodyWithoutASessionIsTold() {
    Phone stranger = new Phone(REGISTRY);
    PushKit.tell(stranger, browser, KEY, "request").isProblem(401, "no-session");
    stranger
        .post("/api/push-devices/state", Map.of("endpoint", "https://x.test/"))
        .isProblem(401, "no-session");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/send/x",
        "https://localhost/x",
        "http://127.0.0.1:9445/health",
        "https://169.254.169.254/latest/meta-data",
        "https://user@localhost/x"
      })
  void otherAddressesAreRefused(String endpoint) {
    Map<String, Object> form =
        Map.of(
            "endpoint", endpoint,
            "keys", Map.of("p256dh", browser.p256dh(), "auth", browser.authText()),
            "applicationServerKey", KEY.publicKey(),
            "topics", List.of("request"));
    phone.post("/api/push-devices", form).isProblem(400, "malformed");
  }

  @Test
  void otherKeysAndTopicsAreRefused() {
    PushKit.tell(phone, browser, VapidFile.draw(), "request").isProblem(400, "malformed");
    PushKit.tell(phone, browser, KEY, "everything").isProblem(400, "malformed");
    assertThat(topics(phone, browser)).isEmpty();
  }

  @Test
  void atMostTenDevicesAreToldAndTheOldestGoes() {
    tell("request");
    List<Subscriber> more =
        java.util.stream.IntStream.range(0, Devices.MOST).mapToObj(n -> subscribe()).toList();
    more.forEach(one -> PushKit.tell(phone, one, KEY, "request").is(200));
    assertThat(topics(phone, browser)).isEmpty();
    assertThat(more).allSatisfy(one -> assertThat(topics(phone, one)).isNotEmpty());
  }
}
