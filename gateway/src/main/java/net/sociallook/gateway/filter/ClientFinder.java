package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;

/** Tells whether a resource is about the client of the request, as the holder names her. */
final class ClientFinder {
  private final ClientReference client;
  private final byte[] atHolder;

  ClientFinder(PseudonymTranslation names) {
    client = new ClientReference(names);
    atHolder = names.atHolder().value().getBytes(StandardCharsets.US_ASCII);
  }

  boolean finds(Tape tape, int resource, ClientPlace place) {
    return switch (place) {
      case ClientPlace.None n -> false;
      case ClientPlace.Element element -> isNamed(tape, tape.member(resource, element.name()));
      case ClientPlace.Among among -> isNamedOnce(tape, resource, among);
      case ClientPlace.Herself h -> isHerId(tape, tape.member(resource, Name.ID));
    };
  }

  private boolean isNamed(Tape tape, int reference) {
    return reference >= 0 && client.isIn(tape, reference);
  }

  private boolean isNamedOnce(Tape tape, int resource, ClientPlace.Among among) {
    int list = tape.member(resource, among.list());
    if (list < 0 || tape.kind(list) != Token.ARRAY_START) {
      return false;
    }
    int times = 0;
    for (int one = list + 1; one < tape.after(list); one = tape.after(one)) {
      times += isNamed(tape, tape.member(one, among.element())) ? 1 : 0;
    }
    return times == 1;
  }

  private boolean isHerId(Tape tape, int id) {
    return id >= 0 && tape.isText(id) && tape.says(id, atHolder);
  }
}
