/** Keys that sign consent tokens, and the gateways' keys that hide a part of them. */
package net.sociallook.registry.token.key;
