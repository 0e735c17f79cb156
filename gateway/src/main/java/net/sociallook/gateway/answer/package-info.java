/** What a caller is told when she gets nothing: a fixed answer for each kind of refusal. */
@NullMarked
package net.sociallook.gateway.answer;

import org.jspecify.annotations.NullMarked;
