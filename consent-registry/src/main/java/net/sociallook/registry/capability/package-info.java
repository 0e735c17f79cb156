/** What the registry says of its own FHIR surface. */
package net.sociallook.registry.capability;
