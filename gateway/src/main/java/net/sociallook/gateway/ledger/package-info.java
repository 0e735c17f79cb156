/** What is written down before and after a request. */
@NullMarked
package net.sociallook.gateway.ledger;

import org.jspecify.annotations.NullMarked;
