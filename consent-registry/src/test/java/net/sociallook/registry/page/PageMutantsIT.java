package net.sociallook.registry.page;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.grant.TakingBack;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.lease.GatewayNode;
import net.sociallook.registry.token.TokenReader;
import net.sociallook.registry.token.key.SigningKeys;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.ui.Model;

/** Each promise of the page is broken once, and the situation that it is for shows it. */
class PageMutantsIT {
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static GatewayStandIn gateway;
  private static RunningRegistry registry;

  /** A situation, and the part that is wrong in it. */
  enum Situation {
    SHE_ALLOWS_LESS("Narrowings.narrow") {
      @Override
      void play(Client client) {
        String grant =
            client.grant(
                provision("documents-read", YOUTH_OFFICE), provision("goals-view", YOUTH_OFFICE));
        String path = "/grants/" + grant;
        String mark =
            client
                .open(path + "/narrowing")
                .replaceAll("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
        client.visitor().send(path + "/narrowing", "mark", mark, "keep", "0");
        assertThat(client.open(path + "/narrowed")).contains("Das gilt schon jetzt überall.");
        assertThat(client.phone().get("/api" + path).json().get("provisions")).hasSize(1);
      }

      @Override
      Object broken(MethodInvocation call) {
        return new TakingBack.Outcome.InForce<>(new TakingBack.Taken<>(2, 1), Duration.ZERO);
      }
    },

    SHE_LOOKS_WHO_WAS_REFUSED("LogPageController.log") {
      @Override
      void play(Client client) {
        client.looks(1, 1);
        assertThat(client.open("/log")).contains("Es wurde nichts gezeigt.");
        assertThat(lines(client.open("/log"))).isEqualTo(2);
      }

      @Override
      Object broken(MethodInvocation call) throws Throwable {
        Object view = call.proceed();
        Model model = (Model) call.getArguments()[2];
        List<?> lines = (List<?>) model.getAttribute("lines");
        model.addAttribute(
            "lines", lines.stream().filter(line -> !line.toString().contains("DENIED")).toList());
        return view;
      }
    },

    SHE_FILTERS("LogPageController.log") {
      @Override
      void play(Client client) {
        client.looks(2, 3);
        assertThat(lines(client.open("/log"))).isEqualTo(5);
        assertThat(lines(client.open("/log?decision=allowed"))).isEqualTo(2);
        assertThat(lines(client.open("/log?decision=refused"))).isEqualTo(3);
        assertThat(lines(client.open("/log?kind=documents"))).isEqualTo(5);
        assertThat(lines(client.open("/log?institution=" + JOBCENTER))).isEqualTo(5);
      }

      @Override
      Object broken(MethodInvocation call) throws Throwable {
        Object view = call.proceed();
        Model model = (Model) call.getArguments()[2];
        List<?> lines = (List<?>) model.getAttribute("lines");
        boolean filtered = !((Map<?, ?>) call.getArguments()[1]).isEmpty();
        model.addAttribute("lines", filtered ? lines.subList(1, lines.size()) : lines);
        return view;
      }
    },

    SHE_HAS_BLOCKED_A_SUBJECT("BlockStore.blocksOf") {
      @Override
      void play(Client client) {
        client.phone().signIn().is(201);
        client.phone().post("/api/blocks", Map.of("kind", "sensitivity", "code", "SUD")).is(200);
        gateway.behave(asked -> GatewayStandIn.json(200, "{\"resourceType\":\"Bundle\"}"));
        Map<String, Object> draft =
            Map.of(
                "recipient",
                JOBCENTER,
                "provisions",
                List.of(provision("documents-read", YOUTH_OFFICE)));
        client.phone().post("/api/previews", draft).is(200);
        TokenReader tokens =
            new TokenReader(
                registry.bean(SigningKeys.class).published(), RunningRegistry.clusterKey());
        assertThat(tokens.read(gateway.asked.getFirst().token()).routing().at("/blocks/0/code"))
            .hasToString("\"SUD\"");
      }

      @Override
      Object broken(MethodInvocation call) {
        return List.of();
      }
    },

    SHE_READS_A_TITLE("Titles.of") {
      @Override
      void play(Client client) throws Exception {
        client.phone().signIn().is(201);
        String title = "Bescheid " + UUID.randomUUID();
        String line = "/log/" + new Looks(registry).seen(client.pseudonym());
        gateway.behave(asked -> GatewayStandIn.json(200, document("akte-17-3", title)));
        assertThat(client.open(line)).contains(title);
        assertThat(Rows.tablesThatHold(registry, title)).isEmpty();
      }

      @Override
      Object broken(MethodInvocation call) throws Throwable {
        Object found = call.proceed();
        registry
            .asOwner()
            .sql(
                """
                insert into registry.choice
                  (id, client, signer, recipient, holder, body, created_at, expires_at)
                select gen_random_uuid(), id, id, 'kept', 'kept', to_jsonb(cast(:title as text)),
                  now(), now()
                from registry.client limit 1\
                """)
            .param("title", found.toString())
            .update();
        return found;
      }
    },

    SHE_CHOOSES_A_DOCUMENT("DocumentLists.of") {
      @Override
      void play(Client client) {
        client.phone().signIn().is(201);
        gateway.behave(asked ->
            GatewayStandIn.json(
                200,
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
                    + document("akte-1", asked.target().contains(YOUTH_OFFICE) ? "Plan" : "Antrag")
                    + "}]}"));
        String path = "/grants/new?recipient=" + JOBCENTER + "&holder=" + YOUTH_OFFICE;
        assertThat(client.open(path + "&documents=true"))
            .contains(">Plan<")
            .doesNotContain("Antrag");
      }

      @Override
      Object broken(MethodInvocation call) throws Throwable {
        call.getArguments()[1] = List.of(new InstitutionId(JOBCENTER));
        return call.proceed();
      }
    },

    SHE_WITHDRAWS_WHILE_A_GATEWAY_IS_SILENT("LeaseEffect.awaitEffective") {
      @Override
      void play(Client client) throws Exception {
        String grant = client.grant(provision("documents-read", YOUTH_OFFICE));
        new GatewayNode(registry, "gw-silent").join();
        long joined = System.nanoTime();
        Visitor.Seen sent = client.visitor().send("/withdraw/" + grant);
        assertThat(client.open(sent.location())).contains("<h1>Widerrufen</h1>");
        assertThat(Duration.ofNanos(System.nanoTime() - joined)).isGreaterThan(LEASE);
      }

      @Override
      Object broken(MethodInvocation call) {
        return new EffectResult.Effective(Duration.ZERO);
      }
    };

    private final String part;

    Situation(String part) {
      this.part = part;
    }

    abstract void play(Client client) throws Exception;

    abstract Object broken(MethodInvocation call) throws Throwable;

    static String document(String id, String title) {
      return """
      {"resourceType":"DocumentReference","id":"%s","status":"current","description":"%s"}\
      """
          .formatted(id, title);
    }

    static int lines(String page) {
      return (int) Pattern.compile("<article").matcher(page).results().count();
    }
  }

  /** Linked at both institutions. */
  record Client(Phone phone, Visitor visitor, String pseudonym) {
    static Client arrived() {
      Phone phone = new Phone(registry);
      String pseudonym = phone.linkTo(Office.of(registry, JOBCENTER));
      phone.linkTo(Office.of(registry, YOUTH_OFFICE));
      return new Client(phone, new Visitor(registry, phone), pseudonym);
    }

    @SafeVarargs
    final String grant(Map<String, String>... provisions) {
      return phone.grant(JOBCENTER, List.of(provisions)).text("id");
    }

    String open(String path) {
      return visitor.open(path).body();
    }

    void looks(int seen, int denied) {
      Looks looks = new Looks(registry);
      try {
        for (int i = 0; i < seen; i++) {
          looks.seen(pseudonym);
        }
        for (int i = 0; i < denied; i++) {
          looks.denied(pseudonym, "no-grant");
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) {
    gateway = new GatewayStandIn();
    Path certificate = folder.resolve("page.pem");
    Path key = folder.resolve("page.key");
    RunningRegistry.authority().issue("client-page").writePem(certificate, key);
    String prefix = "sociallook.registry.own-access.";
    registry =
        Pages.start(
            Map.of(
                prefix + "gateways", gateway.address(),
                prefix + "certificate", certificate.toString(),
                prefix + "key", key.toString()),
            Breakable.class);
  }

  @AfterAll
  static void stop() {
    registry.close();
    gateway.close();
  }

  @ParameterizedTest
  @EnumSource
  void rightPageIsRight(Situation situation) throws Exception {
    situation.play(Client.arrived());
  }

  @ParameterizedTest
  @EnumSource
  void brokenPageIsCaught(Situation situation) {
    Client client = Client.arrived();
    MethodInterceptor how = situation::broken;
    Breakable.broken(
        situation.part,
        how,
        () -> assertThrows(AssertionError.class, () -> situation.play(client)));
  }
}
