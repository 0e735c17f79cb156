/**
 * What a client's institutions have of her, read at this moment and shown to her alone. Nothing of
 * it is stored, and nothing of it is logged.
 */
package net.sociallook.registry.page.own;
