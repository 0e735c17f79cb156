package net.sociallook.registry.push;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The devices on which a client is told: which ones, and of what. */
public class Devices {
  /** Of one client; the oldest goes when one more comes. */
  static final int MOST = 10;

  private final DeviceStore store;
  private final PushServices services;
  private final VapidKeys keys;
  private final Clock clock;

  Devices(DeviceStore store, PushServices services, VapidKeys keys, Clock clock) {
    this.store = store;
    this.services = services;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What a browser has to give.
   *
   * @param language tag
   */
  public record Given(String endpoint, DeviceKeys keys, String vapidKey, String language) {}

  /**
   * Who is signed in.
   *
   * @param passkey with which she is
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  record Owner(UUID client, byte[] passkey) {}

  /** The public key for browsers, base64url; empty where nothing is offered. */
  public Optional<String> offered() {
    return keys.current().map(Bytes::base64url);
  }

  /** Without those whose push service or key is not in use here any more: they tell nothing. */
  public List<Device> of(UUID client) {
    return store.of(client).stream().filter(this::isInUse).toList();
  }

  private boolean isInUse(Device device) {
    Device.Address address = device.address();
    return services.find(address.endpoint().toString()).isPresent()
        && keys.find(address.vapidKey()).isPresent();
  }

  /** What this browser tells the client of; nothing where it is not known to be hers. */
  public Set<Topic> topics(UUID client, String endpoint) {
    return store.find(client, endpoint).filter(this::isInUse).map(Device::topics).orElse(Set.of());
  }

  /**
   * From now on the browser tells the client of these, and of nothing else; until the passkey is
   * removed that she is signed in with.
   *
   * @param topics none: the browser is forgotten
   * @throws IllegalArgumentException if it cannot be told, or is not to be
   * @throws Refused with {@link Problem#NO_SESSION} when it has ended meanwhile
   */
  @Transactional
  public void tell(SignedIn signedIn, Given given, Set<Topic> topics) {
    UUID client = signedIn.client();
    if (topics.isEmpty()) {
      store.find(client, given.endpoint()).ifPresent(known -> store.remove(client, known.id()));
      return;
    }
    URI endpoint =
        services
            .find(given.endpoint())
            .orElseThrow(() ->
                new IllegalArgumentException("endpoint: other (expected: a known push service)"));
    byte[] vapidKey = DeviceKeys.decoded("applicationServerKey", given.vapidKey());
    if (keys.current().filter(current -> Arrays.equals(current, vapidKey)).isEmpty()) {
      throw new IllegalArgumentException("applicationServerKey: other (expected: the one offered)");
    }
    Owner owner =
        store.ownerOf(signedIn.session()).orElseThrow(() -> new Refused(Problem.NO_SESSION));
    makeRoom(client, endpoint);
    Device.Address address = new Device.Address(endpoint, given.keys(), vapidKey);
    store.put(
        owner, new Device(UUID.randomUUID(), address, topics, given.language(), clock.instant()));
  }

  /** Nothing is told on it any more; one that is not hers, or unknown, changes nothing. */
  @Transactional
  public void forget(UUID client, UUID device) {
    store.remove(client, device);
  }

  /** A passkey was removed in this transaction: nothing is told where it was signed in with. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endWith(byte[] passkey) {
    store.removeOf(passkey);
  }

  private void makeRoom(UUID client, URI endpoint) {
    List<Device> others =
        store.of(client).stream()
            .filter(one -> !one.address().endpoint().equals(endpoint))
            .toList();
    others.stream()
        .limit(Math.max(0, others.size() - MOST + 1))
        .forEach(oldest -> store.remove(client, oldest.id()));
  }
}
