package net.sociallook.adapter.record;

import java.util.Optional;

/**
 * A code that is searched for.
 *
 * @param system empty when the code may be of any system
 */
public record CodeFilter(Optional<String> system, String code) {
  public boolean matches(Code candidate) {
    return code.equals(candidate.code())
        && system.map(candidate.system()::equals).orElse(Boolean.TRUE);
  }
}
