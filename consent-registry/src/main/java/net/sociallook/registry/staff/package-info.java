/**
 * The small page for the staff of institutions, on the institutions' port: who calls is known by
 * the institution's certificate, who sits there is chosen from its caseworkers in the directory.
 * Here is what its parts share.
 */
package net.sociallook.registry.staff;
