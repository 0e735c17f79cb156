package net.sociallook.registry.session;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets {@link SignedIn} also be a session of somebody who acts for the client by law. It is the
 * promise that everything done with it stays within {@link SignedIn#reach}; without it, her session
 * finds nothing there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface WithinReach {}
