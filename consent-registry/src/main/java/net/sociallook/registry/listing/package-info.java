/** The directory as FHIR resources, for those who read it by machine. */
package net.sociallook.registry.listing;
