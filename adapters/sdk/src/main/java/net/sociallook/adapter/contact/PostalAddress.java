package net.sociallook.adapter.contact;

/**
 * Where somebody lives.
 *
 * @param street with the number
 */
public record PostalAddress(String street, String postalCode, String city) {}
