package net.sociallook.adapter.provider.simulation;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Referrals to neighbours, and what is to be done. */
final class Orders {
  private Orders() {}

  static List<ServiceRequest> referrals(House house, int client) {
    return List.of(
        referral(house, client, 1, ServiceRequestStatus.ACTIVE),
        referral(house, client, 2, ServiceRequestStatus.COMPLETED),
        referral(house, client, 3, ServiceRequestStatus.ACTIVE).setDoNotPerform(true),
        referral(house, client, 4, ServiceRequestStatus.DRAFT));
  }

  static List<Task> tasks(House house, int client) {
    Task own = task(house, client, 1, TaskStatus.INPROGRESS).setOwner(house.worker(client));
    own.addBasedOn(new Reference("ServiceRequest/" + House.number(client, 1) + "/_history/2"));
    Task clients = task(house, client, 2, TaskStatus.REQUESTED).setOwner(house.patient(client, 1));
    return List.of(own, clients, task(house, client, 3, TaskStatus.DRAFT));
  }

  private static ServiceRequest referral(
      House house, int client, int n, ServiceRequestStatus status) {
    LocalDate day = house.today().minusDays(25L - n);
    ServiceRequest referral =
        Stamp.on(new ServiceRequest(), House.number(client, n), day, Stamp.NORMAL);
    referral.setStatus(status).setIntent(ServiceRequestIntent.ORDER);
    referral.setCode(
        new CodeableConcept(
            new Coding(House.MAKE + "CodeSystem/leistung", "L" + n, house.wording().service())));
    referral.setSubject(house.patient(client, n));
    referral.setAuthoredOnElement(new DateTimeType(day.toString()));
    referral.setRequester(house.worker(client));
    house.neighbours().stream()
        .skip(n % Math.max(1, house.neighbours().size()))
        .findFirst()
        .ifPresent(neighbour -> referral.addPerformer(contain(referral, neighbour)));
    return referral;
  }

  private static Task task(House house, int client, int n, TaskStatus status) {
    LocalDate day = house.today().minusDays(18L - n);
    Task task = Stamp.on(new Task(), House.number(client, n), day, Stamp.NORMAL);
    task.setStatus(status).setIntent(TaskIntent.ORDER);
    task.setDescription(house.wording().task(n));
    task.setFor(house.patient(client, n));
    return task.setAuthoredOn(House.date(day, 8));
  }

  private static Reference contain(DomainResource resource, People.Neighbour neighbour) {
    Organization organization = new Organization();
    organization.setId("stelle");
    organization
        .addIdentifier()
        .setSystem("https://sociallook.net/fhir/sid/institution")
        .setValue(neighbour.id());
    organization.setName(neighbour.name());
    resource.addContained(organization);
    return new Reference("#stelle");
  }
}
