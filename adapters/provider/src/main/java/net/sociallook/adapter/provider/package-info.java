/**
 * The adapter to the case systems of providers that are FHIR R4 servers themselves, of another
 * make: with ids, extensions, labels and manners of their own. Reads only.
 */
@NullMarked
package net.sociallook.adapter.provider;

import org.jspecify.annotations.NullMarked;
