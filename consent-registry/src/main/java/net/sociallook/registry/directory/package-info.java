/** The institutions that take part, their teams and caseworkers, from a file. */
package net.sociallook.registry.directory;
