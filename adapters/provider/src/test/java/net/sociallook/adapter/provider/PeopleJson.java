package net.sociallook.adapter.provider;

/** The people file of a simulated server, for tests. */
final class PeopleJson {
  private PeopleJson() {}

  static String of(String institution) {
    return """
    {
      "institution": {"id": "%s", "name": "Träger", "kind": "provider"},
      "caseworkers": [
        {"id": "cw-031", "family": "Sommer", "given": "Nadine", "role": "coaching", "team": "a"},
        {"id": "cw-032", "family": "Winter", "given": "Kai", "role": "team-lead", "team": "a"}
      ],
      "clients": [
        {"localId": "TN-0042", "family": "Müller", "given": "Jonas", "born": "2005-03-14"},
        {"localId": "TN-0043", "family": "Yıldız", "given": "Emre", "born": "2004-11-02"},
        {"localId": "TN-0044", "family": "Schäfer", "given": "Lena", "born": "2006-07-29"}
      ],
      "neighbours": [
        {"id": "jobcenter-nordhausen", "name": "Jobcenter Nordhausen",
         "caseworkers": [{"id": "cw-001", "family": "Weber", "given": "Anna"}]},
        {"id": "youth-office-nordhausen", "name": "Jugendamt Nordhausen", "caseworkers": []}
      ]
    }\
    """
        .formatted(institution);
  }
}
