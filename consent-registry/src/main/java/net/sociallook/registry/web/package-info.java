/**
 * What all HTTP surfaces share: which path answers on which port, who is calling, and how an error
 * looks.
 */
package net.sociallook.registry.web;
