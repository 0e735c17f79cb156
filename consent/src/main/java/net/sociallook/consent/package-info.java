/**
 * The domain of SOCIALLOOK: what a client allows, what somebody asks for, and the decision between
 * the two.
 *
 * <p>Pure values and pure functions on the JDK alone: no I/O, no clock, no framework. The gateway
 * enforces with it, the consent registry explains with it; because both call the same {@link
 * net.sociallook.consent.ConsentPolicy}, what a client is shown and what is enforced cannot differ.
 */
package net.sociallook.consent;
