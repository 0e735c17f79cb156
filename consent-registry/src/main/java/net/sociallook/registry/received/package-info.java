/**
 * What an institution is granted, told to that institution: what it may do now, never why it may
 * not do more.
 */
package net.sociallook.registry.received;
