package net.sociallook.adapter.assertion;

import java.io.IOException;
import java.security.interfaces.ECPublicKey;
import java.util.Map;

/** Where the keys of the gateway nodes come from. */
public interface KeySource {
  /** All keys at present, by their ids. */
  Map<String, ECPublicKey> fetch() throws IOException;
}
