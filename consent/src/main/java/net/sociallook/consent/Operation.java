package net.sociallook.consent;

/** One kind of act on one kind of resource, for example "search on DocumentReference". */
public record Operation(ResourceType type, Interaction interaction) {}
