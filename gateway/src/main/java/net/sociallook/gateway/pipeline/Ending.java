package net.sociallook.gateway.pipeline;

import net.sociallook.gateway.filter.Tally;

/**
 * How an admitted request ended.
 *
 * @param status what the caller was told, or would have been
 * @param bytes of data that were given out
 */
record Ending(int status, Result result, Tally tally, long bytes) {

  /** The results of {@code docs/protocol.md} section 8. */
  enum Result {
    COMPLETED("completed"),
    /** The holder answered, but not with what was asked for. */
    REFUSED_UPSTREAM("refused-upstream"),
    FAILED("failed"),
    /** Broken off after data had begun to flow. */
    ABORTED("aborted"),
    WITHDRAWN("withdrawn");

    private final String code;

    Result(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
