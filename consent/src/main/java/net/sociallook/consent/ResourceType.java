package net.sociallook.consent;

/** The FHIR R4 resource types that can pass a gateway at all. */
public enum ResourceType {
  APPOINTMENT("Appointment"),
  BINARY("Binary"),
  CARE_PLAN("CarePlan"),
  COMMUNICATION("Communication"),
  DOCUMENT_REFERENCE("DocumentReference"),
  GOAL("Goal"),
  PATIENT("Patient"),
  SCHEDULE("Schedule"),
  SERVICE_REQUEST("ServiceRequest"),
  SLOT("Slot"),
  SUBSCRIPTION("Subscription"),
  TASK("Task");

  private final String code;

  ResourceType(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * Whether resources of this type belong to a client. Free time (Slot, Schedule) belongs to
   * nobody.
   */
  public boolean hasClient() {
    return this != SLOT && this != SCHEDULE;
  }

  /**
   * @throws IllegalArgumentException if no type has this code
   */
  public static ResourceType ofCode(String code) {
    return Codes.find(values(), ResourceType::code, code);
  }
}
