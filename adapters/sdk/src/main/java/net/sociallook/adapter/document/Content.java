package net.sociallook.adapter.document;

import java.io.InputStream;

/**
 * The bytes of an attachment, to be read once.
 *
 * @param size how many there are, exactly: the answer is cut off as broken if it is wrong
 */
public record Content(InputStream bytes, long size) {}
