package net.sociallook.registry.ownaccess;

import java.util.function.Function;

/** What came of asking one holder. */
public sealed interface Outcome<T> {
  /** It answered. */
  record Answered<T>(T what) implements Outcome<T> {}

  /** No usable answer in time, from the holder or on the way to it. */
  record HolderSilent<T>() implements Outcome<T> {}

  /** The holder keeps nothing of this kind, of nobody. */
  record NotKept<T>() implements Outcome<T> {}

  /**
   * The gateway said no.
   *
   * @param status of its answer; 0 where it was not even asked, since the holder does not vouch for
   *     the passkey that the client signed in with
   */
  record Refused<T>(int status) implements Outcome<T> {}

  /** As it is written in JSON. */
  default String state() {
    return switch (this) {
      case Answered<T> answered -> "answered";
      case HolderSilent<T> silent -> "silent";
      case NotKept<T> none -> "not-kept";
      case Refused<T> refused -> "refused";
    };
  }

  default <R> Outcome<R> map(Function<T, R> change) {
    return switch (this) {
      case Answered<T>(T what) -> new Answered<>(change.apply(what));
      case HolderSilent<T> silent -> new HolderSilent<>();
      case NotKept<T> none -> new NotKept<>();
      case Refused<T>(int status) -> new Refused<>(status);
    };
  }
}
