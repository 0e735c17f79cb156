package net.sociallook.registry.page;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ClassUtils;

/** Stands before some parts of a registry, so that a test can break one of their methods. */
class Breakable implements BeanPostProcessor {
  private static final Set<String> PARTS =
      Set.of(
          "LogPageController",
          "Narrowings",
          "BlockStore",
          "LeaseEffect",
          "Titles",
          "DocumentLists",
          "Recoveries",
          "Reaches",
          "PasskeyStore",
          "Devices");
  private static final Map<String, MethodInterceptor> BROKEN = new ConcurrentHashMap<>();

  /**
   * Breaks a method while something is done.
   *
   * @param method as {@code Part.method}
   */
  static void broken(String method, MethodInterceptor how, Runnable meanwhile) {
    BROKEN.put(method, how);
    try {
      meanwhile.run();
    } finally {
      BROKEN.remove(method);
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    String part = ClassUtils.getUserClass(bean).getSimpleName();
    if (!PARTS.contains(part)) {
      return bean;
    }
    ProxyFactory proxy = new ProxyFactory(bean);
    proxy.setProxyTargetClass(!Modifier.isFinal(bean.getClass().getModifiers()));
    proxy.addAdvice((MethodInterceptor) call -> called(part, call));
    return proxy.getProxy(bean.getClass().getClassLoader());
  }

  private static Object called(String part, MethodInvocation call) throws Throwable {
    MethodInterceptor how = BROKEN.get(part + "." + call.getMethod().getName());
    return how == null ? call.proceed() : how.invoke(call);
  }
}
