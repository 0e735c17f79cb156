package net.sociallook.registry.push.delivery;

import java.time.Duration;

/**
 * What a push service made of a message.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8030#section-5">RFC 8030 §5</a>
 */
sealed interface PushAnswer {

  /** It will tell the device. */
  record Taken() implements PushAnswer {}

  /** There is no such device any more. */
  record Gone() implements PushAnswer {}

  /**
   * It did not take it.
   *
   * @param status 0 where there was no answer
   * @param asked as long as it asks to be left alone; zero where it does not ask
   */
  record NotTaken(int status, Duration asked) implements PushAnswer {}
}
