/**
 * The OAuth endpoints: RFC 6749, 7009, 7662, 8414, 8705 and 9396 over {@link
 * net.sociallook.registry.token}.
 */
package net.sociallook.registry.token.endpoint;
