package net.sociallook.adapter.document;

import java.util.Optional;

/**
 * What is known of one file of a document.
 *
 * @param mediaType for example {@code application/pdf}
 * @param title what it is called, in words for people
 * @param size bytes
 * @param sha1 the digest as 40 hexadecimal digits (FHIR R4 wants SHA-1 here); empty where unknown
 */
public record Attachment(String mediaType, String title, long size, Optional<String> sha1) {}
