/**
 * The small page for the staff of institutions, on the institutions' port. Who sits there is chosen
 * where the institution shows its certificate, or proven with a passkey of her own. Here is what
 * its parts share.
 */
package net.sociallook.registry.staff;
