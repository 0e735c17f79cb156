package net.sociallook.gateway.filter;

import java.util.Optional;
import java.util.OptionalLong;
import net.sociallook.consent.ResourceId;

/**
 * One file of a DocumentReference that was released.
 *
 * @param binary the id of its Binary, {@code {documentId}-{n}}
 * @param contentType the media type that the holder states
 * @param size in bytes, as the holder states
 */
public record Attachment(ResourceId binary, Optional<String> contentType, OptionalLong size) {}
