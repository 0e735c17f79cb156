/**
 * Composes the stages of a request, forward only: caller, token, request, decision, intent, last
 * check, upstream, filter, outcome. The only package where Reactor and Spring meet the stages.
 */
@NullMarked
package net.sociallook.gateway.pipeline;

import org.jspecify.annotations.NullMarked;
