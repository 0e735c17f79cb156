package net.sociallook.registry.page;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.grant.RemovedKey;
import net.sociallook.registry.link.Recoveries;
import net.sociallook.registry.page.device.SecondDevice;
import net.sociallook.registry.page.recovery.Lost;
import net.sociallook.registry.push.PushKit;
import net.sociallook.registry.push.PushKit.VapidFile;
import net.sociallook.registry.reach.Family;
import net.sociallook.testbed.push.Subscriber;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each promise about devices is broken once, and the situation that it is for shows it. */
class AccessMutantsIT {
  private static final VapidFile KEY = VapidFile.draw();
  private static RunningRegistry registry;

  /** A situation, and the part that is wrong in it. */
  enum Situation {
    NEW_ACCESS_WAITS("Recoveries.noticed") {
      @Override
      void play() {
        waits();
      }

      /** It is hers as soon as one institution has endorsed it. */
      @Override
      Object broken(MethodInvocation call) throws Throwable {
        Object done = call.proceed();
        new TransactionTemplate(registry.bean(PlatformTransactionManager.class))
            .executeWithoutResult(
                status -> registry.bean(Recoveries.class).complete((UUID) call.getArguments()[0]));
        return done;
      }
    },

    NEW_ACCESS_IS_LED_TO_WHAT_IT_CAN_DO("Recoveries.ofWaiting") {
      @Override
      void play() {
        waits();
      }

      /** Nobody knows that it waits. */
      @Override
      Object broken(MethodInvocation call) {
        return Optional.empty();
      }
    },

    FURTHER_DEVICE_OF_A_CARER_ACTS_FOR_NOBODY("Reaches.of") {
      private byte[] endorsed = new byte[0];

      @Override
      void play() {
        Family family = Family.of(registry);
        endorsed = Base64.getUrlDecoder().decode(family.carer().passkey().credentialId());
        SecondDevice devices = SecondDevice.of(family.carer(), registry).joined();
        Visitor second = new Visitor(registry, devices.second());
        String role = family.invitations().get(JOBCENTER);
        assertThat(second.send("/acting", "role", role).status()).isEqualTo(404);
      }

      /** What one device may do, all may. */
      @Override
      Object broken(MethodInvocation call) throws Throwable {
        call.getArguments()[1] = endorsed;
        return call.proceed();
      }
    },

    REMOVED_KEY_GIVES_NOTHING("PasskeyStore.requireActive") {
      @Override
      void play() {
        Phone phone = Phone.linkedAt(registry, JOBCENTER, YOUTH_OFFICE);
        RemovedKey key = new RemovedKey(registry, phone);
        Map<String, Object> signed =
            phone.signed(
                phone.propose(JOBCENTER, List.of(provision("goals-view", YOUTH_OFFICE))).is(201));
        key.whileItIsRemoved(() -> phone.post("/api/grants", signed));
        assertThat(key.grants()).isZero();
      }

      /** Verified is verified. */
      @Override
      Object broken(MethodInvocation call) {
        return Optional.empty();
      }
    },

    NOTICES_END_WITH_THE_DEVICE("Devices.endWith") {
      @Override
      void play() {
        Phone phone = Phone.linkedAt(registry, JOBCENTER);
        Subscriber browser = PushKit.subscribe();
        PushKit.tell(phone, browser, KEY, "request").is(200);
        new Visitor(registry, phone)
            .send(
                "/devices/" + SecondDevice.id(phone.passkey()) + "/removal", "understood", "true");
        assertThat(
                registry
                    .asOwner()
                    .sql("select count(*) from registry.push_device where endpoint = :endpoint")
                    .param("endpoint", browser.endpoint().toString())
                    .query(Long.class)
                    .single())
            .isZero();
      }

      /** The browser goes on telling. */
      @Override
      Object broken(MethodInvocation call) {
        return Optional.empty();
      }
    };

    private final String part;

    Situation(String part) {
      this.part = part;
    }

    abstract void play();

    abstract Object broken(MethodInvocation call) throws Throwable;

    /** The new key sees the inviting institution alone. */
    static void waits() {
      Lost lost = Lost.linkedAt(registry, JOBCENTER, YOUTH_OFFICE);
      lost.old().grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
      lost.recoveredAt(JOBCENTER);
      assertThat(lost.young().get("/api/links").json().get("institutions").toString())
          .isEqualTo("[\"" + JOBCENTER + "\"]");
      assertThat(lost.chain(YOUTH_OFFICE)).isEmpty();
      assertThat(lost.young().get("/api/grants").status()).isEqualTo(422);
      assertThat(new Visitor(registry, lost.young()).open("/log").location())
          .isEqualTo("/recovery");
    }
  }

  @BeforeAll
  static void start() {
    registry = Pages.start(PushKit.properties(KEY), Breakable.class);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @ParameterizedTest
  @EnumSource
  void rightPartIsRight(Situation situation) {
    situation.play();
  }

  @ParameterizedTest
  @EnumSource
  void brokenPartIsCaught(Situation situation) {
    MethodInterceptor how = situation::broken;
    Breakable.broken(
        situation.part, how, () -> assertThrows(AssertionError.class, situation::play));
  }
}
