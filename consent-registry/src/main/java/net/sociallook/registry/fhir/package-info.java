/** FHIR R4 as this module writes it: datatypes, without any resource. */
package net.sociallook.registry.fhir;
