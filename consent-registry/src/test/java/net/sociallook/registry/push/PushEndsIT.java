package net.sociallook.registry.push;

import static net.sociallook.registry.push.PushKit.SERVICE;
import static net.sociallook.registry.push.PushKit.awaitReceived;
import static net.sociallook.registry.push.PushKit.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.device.SecondDevice;
import net.sociallook.registry.push.PushKit.VapidFile;
import net.sociallook.testbed.push.Reply;
import net.sociallook.testbed.push.Subscriber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Notices end with the passkey that a browser was signed in with. */
class PushEndsIT {
  private static final VapidFile KEY = VapidFile.draw();
  private static RunningRegistry registry;

  @BeforeAll
  static void start() {
    registry = Pages.start(PushKit.properties(KEY));
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void removedDeviceIsToldNothingAndTheOtherStillIs() {
    News news = News.of(registry);
    SecondDevice devices = SecondDevice.of(news.phone(), registry).joined();
    Subscriber first = subscribe();
    Subscriber second = subscribe();
    PushKit.tell(devices.first(), first, KEY, "request").is(200);
    PushKit.tell(devices.second(), second, KEY, "request").is(200);
    assertThat(new Visitor(registry, devices.first()).open("/notices").body())
        .contains("Hier ist Bescheid eingeschaltet");

    remove(devices, devices.second());
    news.request();

    awaitReceived(first, 1);
    assertThat(subscriptions(second)).isZero();
    assertThat(SERVICE.receivedFor(second)).isEmpty();
  }

  @Test
  void nobodyIsToldOnceTheLastPasskeyIsGone() {
    News news = News.of(registry);
    Subscriber own = subscribe();
    Subscriber before = subscribe();
    PushKit.tell(news.phone(), own, KEY, "request").is(200);
    PushKit.tell(news.phone(), before, KEY, "request").is(200);
    forgetPasskeyOf(before);
    Subscriber witness = subscribe();
    News other = News.of(registry);
    PushKit.tell(other.phone(), witness, KEY, "request").is(200);

    remove(SecondDevice.of(news.phone(), registry), news.phone());
    news.request();
    other.request();

    awaitReceived(witness, 1);
    for (Subscriber gone : List.of(own, before)) {
      assertThat(subscriptions(gone)).isZero();
      assertThat(SERVICE.receivedFor(gone)).isEmpty();
    }
  }

  @Test
  void noticeThatWaitsIsForgottenWithIt() {
    News news = News.of(registry);
    Subscriber busy = subscribe();
    SERVICE.order(busy, Reply.status(429, "Retry-After", "3600"));
    PushKit.tell(news.phone(), busy, KEY, "request").is(200);
    news.request();
    awaitReceived(busy, 1);
    assertThat(waiting(news)).isOne();

    remove(SecondDevice.of(news.phone(), registry), news.phone());

    assertThat(waiting(news)).isZero();
    assertThat(subscriptions(busy)).isZero();
  }

  private static void remove(SecondDevice devices, Phone which) {
    String id = SecondDevice.id(which.passkey());
    new Visitor(registry, devices.first())
        .send("/devices/" + id + "/removal", "understood", "true");
    which.signIn().isProblem(403, "signature-refused");
  }

  private static long waiting(News news) {
    return registry
        .asOwner()
        .sql(
            "select count(*) from registry.push_notice n join registry.push_device d"
                + " on d.id = n.device join registry.passkey p on p.client = d.client"
                + " where p.credential_id = :passkey")
        .param("passkey", Base64.getUrlDecoder().decode(news.phone().passkey().credentialId()))
        .query(Long.class)
        .single();
  }

  /** As if it had been switched on before that was kept. */
  private static void forgetPasskeyOf(Subscriber browser) {
    registry
        .asOwner()
        .sql("update registry.push_device set passkey = null where endpoint = :endpoint")
        .param("endpoint", browser.endpoint().toString())
        .update();
  }

  private static long subscriptions(Subscriber browser) {
    return registry
        .asOwner()
        .sql("select count(*) from registry.push_device where endpoint = :endpoint")
        .param("endpoint", browser.endpoint().toString())
        .query(Long.class)
        .single();
  }
}
