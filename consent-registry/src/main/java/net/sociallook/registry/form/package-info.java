/** The sheet on which a client without a device allows something: prepared, or blank. */
package net.sociallook.registry.form;
