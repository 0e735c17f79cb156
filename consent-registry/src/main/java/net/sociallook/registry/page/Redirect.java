package net.sociallook.registry.page;

import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** What every form is answered with: 303 to a path of this page. */
public final class Redirect extends RedirectView {
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.~?=&%-]{0,512}");

  private Redirect(String path) {
    super(path);
    setStatusCode(HttpStatus.SEE_OTHER);
    setExposeModelAttributes(false);
    setPropagateQueryParams(false);
    setExpandUriTemplateVariables(false);
  }

  /** To a path that the caller wrote. */
  public static Redirect to(String path) {
    return new Redirect(path);
  }

  /** To a path that came with the request: to the start page where it is not one of ours. */
  public static Redirect backTo(String path) {
    return new Redirect(local(path));
  }

  /** The path, or that of the start page where it is not one of ours. */
  public static String local(String path) {
    return LOCAL.matcher(path).matches() ? path : "/";
  }
}
