package net.sociallook.adapter.contact;

import net.sociallook.adapter.record.Source;

/**
 * The contacts of the clients of an existing system. They are read one at a time, by the existing
 * system's own id of the client; there is no search.
 */
public interface Contacts extends Source<Contact> {}
