package net.sociallook.gateway.world;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sociallook.testbed.CertificateAuthority;

/** What a node finds in its directory, and what it is started with. */
record NodeFiles(Path directory, CertificateAuthority ca, TokenForge forge) {
  private static final String PREFIX = "--sociallook.gateway.";

  /** Writes all files and answers the arguments that name them. */
  List<String> arguments(int registryPort, List<Map<String, Object>> institutions) {
    try {
      ca.issue("gateway:gw-1", "localhost")
          .writePem(directory.resolve("node.pem"), directory.resolve("node.key"));
      write("cluster.json", new JWKSet(forge.clusterKey).toString(false));
      OctetSequenceKey cursor = new OctetSequenceKeyGenerator(256).keyID("cursor-1").generate();
      write("cursor.json", new JWKSet(cursor).toString(false));
      new InstitutionList(institutions).write(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    List<String> all = new ArrayList<>();
    all.add(PREFIX + "node=gw-1");
    all.add(PREFIX + "audience=" + TokenForge.AUDIENCE);
    all.add(PREFIX + "issuer=" + TokenForge.ISSUER);
    all.add(PREFIX + "registry=https://localhost:" + registryPort);
    all.add(PREFIX + "files.certificate=" + directory.resolve("node.pem"));
    all.add(PREFIX + "files.key=" + directory.resolve("node.key"));
    all.add(PREFIX + "files.ca=" + directory.resolve("ca.pem"));
    all.add(PREFIX + "files.institutions=" + directory.resolve(InstitutionList.FILE));
    all.add(PREFIX + "files.cluster-keys=" + directory.resolve("cluster.json"));
    all.add(PREFIX + "files.cursor-key=" + directory.resolve("cursor.json"));
    all.add(PREFIX + "page.origin=" + TokenForge.ORIGIN);
    return all;
  }

  /** An institution that vouches for clients' keys. */
  Map<String, Object> endorser(String id, String kind, Map<String, Object> more) {
    Map<String, Object> all = InstitutionList.entry(id, kind, forge.endorsingKey);
    all.putAll(more);
    return all;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
