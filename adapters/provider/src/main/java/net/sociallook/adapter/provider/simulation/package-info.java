/**
 * The providers' case systems as SOCIALLOOK finds them, for the pilot and for tests: FHIR servers
 * of one make, with its manners. Nothing of it is part of the adapter.
 */
@NullMarked
package net.sociallook.adapter.provider.simulation;

import org.jspecify.annotations.NullMarked;
