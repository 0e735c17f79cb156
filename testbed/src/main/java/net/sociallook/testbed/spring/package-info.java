/** What a service built on Spring must not get wrong, read from its classes. */
package net.sociallook.testbed.spring;
