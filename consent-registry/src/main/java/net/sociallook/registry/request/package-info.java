/** Asking a client for a grant. Whether she declined stays with her. */
package net.sociallook.registry.request;
