/** The FHIR R4 face of the kinds of data. */
@NullMarked
package net.sociallook.adapter.fhir;

import org.jspecify.annotations.NullMarked;
