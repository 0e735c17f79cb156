package net.sociallook.pilot.scene;

import static net.sociallook.pilot.scene.Rules.any;
import static net.sociallook.pilot.scene.Rules.comes;
import static net.sociallook.pilot.scene.Rules.each;
import static net.sociallook.pilot.scene.Rules.has;
import static net.sociallook.pilot.scene.Rules.involves;
import static net.sociallook.pilot.scene.Rules.is;
import static net.sociallook.pilot.scene.Rules.labelled;
import static net.sociallook.pilot.scene.Rules.moreThan;
import static net.sociallook.pilot.scene.Rules.noneOf;
import static net.sociallook.pilot.scene.Rules.nothing;
import static net.sociallook.pilot.scene.Rules.only;
import static net.sociallook.pilot.scene.Rules.sameAs;
import static net.sociallook.pilot.scene.Rules.some;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import net.sociallook.pilot.scene.Step.Allow;
import net.sociallook.pilot.scene.Step.Block;
import net.sociallook.pilot.scene.Step.Look;
import net.sociallook.pilot.scene.Step.Narrow;
import net.sociallook.pilot.scene.Step.Unblock;
import tools.jackson.databind.JsonNode;

/**
 * What Jobcenter, youth office and school see of one client under five different grants, and what
 * they do not. The client has a file at all of them and at the addiction counselling.
 */
public final class AllKinds {
  private static final String JOBCENTER = "jobcenter-nordhausen";
  private static final String OFFICE = "youth-office-nordhausen";
  private static final String SCHOOL = "vocational-school-nordhausen";
  private static final String COUNSELLING = "addiction-counselling-nordhausen";
  private static final String WEBER = "cw-001";
  private static final String SEIDEL = "cw-007";
  private static final String BRANDT = "cw-013";
  private static final String KELLER = "cw-014";
  private static final String PETERS = "cw-029";
  private static final String DOCUMENTS = "DocumentReference?_count=100";
  private static final String MEETINGS = "Appointment?_count=100";
  private static final String GOALS = "Goal?_count=100";
  private static final String MAIL = "Communication?_count=100";

  private AllKinds() {}

  public static List<Scene> scenes() {
    return List.of(harmless(), sensitive(), narrow(), appointments(), goalsAndMessages());
  }

  private static Scene harmless() {
    return Scene.of(
        "The Jobcenter may read the addiction counselling's documents, as far as they are harmless.",
        allow(JOBCENTER, "documents-read", COUNSELLING),
        see(
            ask(JOBCENTER, WEBER, COUNSELLING, DOCUMENTS),
            "plain",
            each(labelled("SUD").negate()),
            "The Jobcenter finds documents, none of them about addiction."),
        status(
            ask(JOBCENTER, WEBER, COUNSELLING, "Binary/{plain#1}-1"),
            200,
            "It can open the first one's file."),
        status(
            ask(JOBCENTER, WEBER, COUNSELLING, MEETINGS),
            403,
            "Appointments at the counselling were not allowed, and it gets none."),
        noToken(
            ask(OFFICE, BRANDT, COUNSELLING, DOCUMENTS),
            "The youth office knows the client too, and gets no token."),
        noToken(ask(SCHOOL, PETERS, COUNSELLING, DOCUMENTS), "Nor does the school."));
  }

  private static Scene sensitive() {
    return Scene.of(
        "The client raises the ceiling: the Jobcenter may read what is restricted there, too.",
        new Allow(
            Allowance.of(JOBCENTER, "documents-read", COUNSELLING).with("maxConfidentiality", "R")),
        see(
            ask(JOBCENTER, WEBER, COUNSELLING, DOCUMENTS),
            "all",
            moreThan("plain").and(any(labelled("SUD"))).and(each(labelled("V").negate())),
            "The Jobcenter finds those of before and others about addiction; none very restricted."),
        new Block("SUD"),
        see(
            ask(JOBCENTER, WEBER, COUNSELLING, DOCUMENTS),
            "",
            sameAs("plain"),
            "Under the block of everything about addiction it finds those of before alone."),
        status(
            ask(JOBCENTER, WEBER, COUNSELLING, "DocumentReference/{all without plain#1}"),
            404,
            "One that it could name is as if it did not exist."),
        new Unblock("SUD"),
        see(
            ask(JOBCENTER, WEBER, COUNSELLING, DOCUMENTS),
            "",
            sameAs("all"),
            "When the block is lifted, with a signature, it finds them all again."),
        noToken(ask(OFFICE, BRANDT, COUNSELLING, DOCUMENTS), "The youth office gets no token."),
        noToken(ask(SCHOOL, PETERS, COUNSELLING, DOCUMENTS), "The school gets no token."));
  }

  private static Scene narrow() {
    return Scene.of(
        "One caseworker of the youth office may read at the school, one team of the Jobcenter at"
            + " the youth office.",
        new Allow(Allowance.of(OFFICE, "documents-read", SCHOOL).with("caseworker", BRANDT)),
        new Allow(Allowance.of(JOBCENTER, "documents-read", OFFICE).with("team", "u25")),
        see(
            ask(OFFICE, BRANDT, SCHOOL, DOCUMENTS),
            "papers",
            some(),
            "The caseworker of the youth office who was named finds the school's documents."),
        noToken(ask(OFFICE, KELLER, SCHOOL, DOCUMENTS), "Her colleague gets no token."),
        new Narrow(OFFICE, SCHOOL, "{papers#1}"),
        see(
            ask(OFFICE, BRANDT, SCHOOL, DOCUMENTS),
            "",
            only("{papers#1}"),
            "Narrowed to one document, she finds this one alone."),
        status(
            ask(OFFICE, BRANDT, SCHOOL, "DocumentReference/{papers#2}"),
            404,
            "Another one, which she has seen before, is as if it did not exist."),
        see(
            ask(JOBCENTER, WEBER, OFFICE, DOCUMENTS),
            "",
            some(),
            "The Jobcenter's team for people under 25 finds documents of the youth office."),
        noToken(ask(JOBCENTER, SEIDEL, OFFICE, DOCUMENTS), "Its other team gets no token."),
        noToken(ask(SCHOOL, PETERS, OFFICE, DOCUMENTS), "The school gets no token."));
  }

  private static Scene appointments() {
    return Scene.of(
        "Jobcenter and youth office may arrange appointments at the school, the school at the"
            + " Jobcenter.",
        allow(JOBCENTER, "appointments-arrange", SCHOOL),
        allow(OFFICE, "appointments-arrange", SCHOOL),
        allow(SCHOOL, "appointments-arrange", JOBCENTER),
        see(
            ask(OFFICE, BRANDT, SCHOOL, MEETINGS),
            "meetings",
            any(comes()).and(any(comes().negate())).and(any(has("cancelationReason"))),
            "The youth office finds coming and past appointments, and why one was cancelled."),
        see(
            ask(JOBCENTER, WEBER, SCHOOL, MEETINGS),
            "coming",
            each(comes()).and(each(plain("cancelationReason", "comment", "patientInstruction"))),
            "The Jobcenter finds the coming ones alone, without reasons, comments, instructions."),
        status(
            ask(JOBCENTER, WEBER, SCHOOL, "Appointment/{meetings without coming#1}"),
            404,
            "A past one is to the Jobcenter as if it did not exist."),
        status(
            ask(JOBCENTER, WEBER, SCHOOL, "Appointment?status=noshow"),
            403,
            "To search for missed appointments is refused to the Jobcenter."),
        see(
            ask(JOBCENTER, WEBER, SCHOOL, "Slot?_count=100"),
            "",
            each(is("status", "free")).and(each(plain("comment"))),
            "It finds free times in the school's calendars, and nothing of the taken ones."),
        see(
            ask(JOBCENTER, WEBER, SCHOOL, "Schedule?_count=100"),
            "",
            each(plain("comment")),
            "It finds the calendars, without notes."),
        see(
            ask(SCHOOL, PETERS, JOBCENTER, MEETINGS),
            "",
            any(comes()).and(any(comes().negate())),
            "The school finds the Jobcenter's appointments, past ones too: it can punish nobody."));
  }

  private static Scene goalsAndMessages() {
    return Scene.of(
        "All three may do some of this: see goals, write messages, see the address.",
        allow(SCHOOL, "goals-view", OFFICE),
        allow(JOBCENTER, "goals-view", OFFICE),
        allow(JOBCENTER, "contact-view", OFFICE),
        allow(JOBCENTER, "messages", SCHOOL),
        allow(OFFICE, "messages", SCHOOL),
        allow(SCHOOL, "messages", OFFICE),
        see(
            ask(SCHOOL, PETERS, OFFICE, GOALS),
            "goals",
            any(has("achievementStatus")),
            "The school finds the goals at the youth office, and how far they are reached."),
        see(
            ask(JOBCENTER, WEBER, OFFICE, GOALS),
            "",
            sameAs("goals").and(each(plain("achievementStatus", "statusReason"))),
            "The Jobcenter finds the same goals, and never how far they are reached."),
        see(
            ask(JOBCENTER, WEBER, OFFICE, "CarePlan?_count=100"),
            "",
            some(),
            "It finds the plan in which they stand."),
        see(
            ask(JOBCENTER, WEBER, OFFICE, "Patient/{patient}"),
            "",
            some(),
            "It reads the client's address."),
        status(
            ask(JOBCENTER, WEBER, OFFICE, "Patient/{other}"),
            404,
            "With the same token another client is as if she did not exist."),
        status(ask(JOBCENTER, WEBER, OFFICE, "Goal?patient={other}"), 404, "So are her goals."),
        see(
            ask(JOBCENTER, WEBER, SCHOOL, MAIL),
            "mail",
            each(involves(JOBCENTER)),
            "Of the school's messages the Jobcenter finds those to and from itself."),
        see(
            ask(OFFICE, BRANDT, SCHOOL, MAIL),
            "",
            each(involves(OFFICE)).and(noneOf("mail")),
            "The youth office finds those to and from itself, and none of the Jobcenter's."),
        see(
            ask(SCHOOL, PETERS, OFFICE, MAIL),
            "",
            nothing(),
            "The youth office has written with others only: the school finds nothing."));
  }

  /** None of these elements is there. */
  private static Predicate<JsonNode> plain(String... elements) {
    return List.of(elements).stream()
        .map(element -> has(element).negate())
        .reduce(resource -> true, Predicate::and);
  }

  private static Step allow(String recipient, String permission, String holder) {
    return new Allow(Allowance.of(recipient, permission, holder));
  }

  private static Question ask(String institution, String caseworker, String holder, String path) {
    return new Question(institution, caseworker, holder, path);
  }

  private static Step see(
      Question question, String name, BiPredicate<List<JsonNode>, Memory> rule, String told) {
    return new Look(question, new Expected.Seen(name, rule, told));
  }

  private static Step status(Question question, int status, String told) {
    return new Look(question, new Expected.Status(status, told));
  }

  private static Step noToken(Question question, String told) {
    return new Look(question, new Expected.NoToken(told));
  }
}
