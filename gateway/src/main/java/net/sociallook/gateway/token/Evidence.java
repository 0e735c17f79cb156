package net.sociallook.gateway.token;

/** What a token shows for the client having agreed, as it came: nothing here is verified yet. */
sealed interface Evidence permits PasskeyEvidence, Testimony {

  /** Differs whenever any part differs. */
  String fingerprint();
}
