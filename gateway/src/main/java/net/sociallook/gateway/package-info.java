/**
 * The enforcement point: every FHIR request between institutions passes here, or does not pass.
 *
 * <p>The stages are plain functions in packages of their own; {@code pipeline} composes them, and
 * this package wires them to the HTTP server.
 */
@NullMarked
package net.sociallook.gateway;

import org.jspecify.annotations.NullMarked;
