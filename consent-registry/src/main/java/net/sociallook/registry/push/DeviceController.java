package net.sociallook.registry.push;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import net.sociallook.registry.grant.Correct;
import net.sociallook.registry.session.SignedIn;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the browser in the client's hands tells her of. Only it knows its address. */
@RestController
class DeviceController {
  private final Devices devices;

  DeviceController(Devices devices) {
    this.devices = devices;
  }

  record KeysForm(String p256dh, String auth) {
    KeysForm {
      Objects.requireNonNull(p256dh);
      Objects.requireNonNull(auth);
    }
  }

  /**
   * @param keys as {@code PushSubscription} has them
   * @param applicationServerKey that it was made for
   * @param topics all that it is to tell of; none: it is forgotten
   */
  record DeviceForm(
      String endpoint, KeysForm keys, String applicationServerKey, List<String> topics) {
    DeviceForm {
      Objects.requireNonNull(endpoint);
      Objects.requireNonNull(keys);
      Objects.requireNonNull(applicationServerKey);
      topics = List.copyOf(topics);
    }
  }

  record AddressForm(String endpoint) {
    AddressForm {
      Objects.requireNonNull(endpoint);
    }
  }

  record Told(Set<Topic> topics) {}

  @PostMapping("/api/push-devices")
  Told tell(SignedIn signedIn, @RequestBody DeviceForm form, Locale locale) {
    return Correct.orRefused(() -> {
      Set<Topic> topics = EnumSet.noneOf(Topic.class);
      form.topics().forEach(code -> topics.add(Topic.of(code)));
      devices.tell(
          signedIn,
          new Devices.Given(
              form.endpoint(),
              DeviceKeys.of(form.keys().p256dh(), form.keys().auth()),
              form.applicationServerKey(),
              locale.toLanguageTag().toLowerCase(Locale.ROOT)),
          topics);
      return new Told(topics);
    });
  }

  /** In a body: an address of a device belongs into nobody's log. */
  @PostMapping("/api/push-devices/state")
  Told state(SignedIn signedIn, @RequestBody AddressForm form) {
    return new Told(devices.topics(signedIn.client(), form.endpoint()));
  }
}
