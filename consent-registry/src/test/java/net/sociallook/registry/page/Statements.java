package net.sociallook.registry.page;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Keeps what requests to a registry ask its database. */
public class Statements implements BeanPostProcessor {
  private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();

  /**
   * @param path of the request
   */
  record Asked(String path, String sql) {}

  /** What requests to this path have asked since the last call, in their order. */
  static List<String> of(String path) {
    List<String> asked =
        ASKED.stream().filter(one -> one.path().equals(path)).map(Asked::sql).toList();
    ASKED.clear();
    return asked;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof JdbcClient client
        ? Proxy.newProxyInstance(
            JdbcClient.class.getClassLoader(),
            new Class<?>[] {JdbcClient.class},
            (proxy, method, arguments) -> called(client, method, arguments))
        : bean;
  }

  private static Object called(JdbcClient client, Method method, Object[] arguments)
      throws Throwable {
    if (method.getName().equals("sql")
        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
      ASKED.add(new Asked(now.getRequest().getRequestURI(), (String) arguments[0]));
    }
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
