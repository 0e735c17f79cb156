/**
 * What stands around an adapter under test: the registry with the gateways' keys, a gateway node
 * that asks, the institution that links. It speaks HTTP and JWS to a running adapter and knows
 * nothing of how that is built. Needs Nimbus JOSE + JWT and AssertJ on the class path.
 */
package net.sociallook.testbed.adapter;
