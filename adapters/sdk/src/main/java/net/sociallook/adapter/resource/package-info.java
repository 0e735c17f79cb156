/** How each kind of data looks as a FHIR R4 resource. */
@NullMarked
package net.sociallook.adapter.resource;

import org.jspecify.annotations.NullMarked;
