package net.sociallook.pilot.roster;

import java.time.LocalDate;
import java.util.List;

/**
 * A young person of the field trial; invented.
 *
 * @param number from 1; the existing systems of the institutions count their cases the same way
 * @param name family name first: {@code Schmidt, Leon}
 * @param institutions where the client has a file, the ones that invite the client
 */
public record Client(
    int number, String id, String name, LocalDate born, List<String> institutions) {}
