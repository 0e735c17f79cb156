/**
 * Choosing what to allow: what somebody asks for, or what the client wants of her own accord. Up to
 * here nothing is given; signing is in {@code page.signing}.
 */
package net.sociallook.registry.page.giving;
