package net.sociallook.gateway.pipeline;

import java.net.URI;
import net.sociallook.consent.ClientId;

/** Where a request goes: the holder's adapter, and who the client is there. */
record Place(URI adapter, ClientId client) {}
