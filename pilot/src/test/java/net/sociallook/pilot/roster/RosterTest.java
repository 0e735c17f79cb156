package net.sociallook.pilot.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RosterTest {
  private final Roster roster = Roster.fieldTrial();

  @Test
  void isAsLargeAsTheFieldTrial() {
    assertEquals(10, roster.institutions().size());
    assertEquals(80, roster.clients().size());
    assertEquals(
        45, roster.institutions().stream().mapToInt(one -> one.caseworkers().size()).sum());
  }

  @Test
  void everyClientIsAtTwoToFiveInstitutions() {
    Set<Integer> counts =
        roster.clients().stream()
            .map(client -> Set.copyOf(client.institutions()).size())
            .collect(Collectors.toSet());
    assertEquals(Set.of(2, 3, 4, 5), counts);
  }

  @Test
  void everyInstitutionHasClients() {
    roster.institutions().forEach(one -> assertTrue(roster.clientsOf(one).size() >= 10, one.id()));
  }

  @Test
  void aFileNumberMeansOneClientAtOneInstitution() {
    List<String> numbers =
        roster.institutions().stream()
            .flatMap(
                one -> roster.clientsOf(one).stream().map(client -> roster.fileNumber(client, one)))
            .toList();
    assertEquals(numbers.size(), Set.copyOf(numbers).size());
  }

  @Test
  void noNameComesTwice() {
    assertEquals(80, roster.clients().stream().map(Client::name).distinct().count());
  }
}
