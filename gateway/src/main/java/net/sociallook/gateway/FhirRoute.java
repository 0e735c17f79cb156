package net.sociallook.gateway;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * The one route, for every path: its only filter answers each request itself and calls nothing
 * after it, so that a stranger path is refused, and recorded, like any other request.
 */
@Configuration(proxyBeanMethods = false)
class FhirRoute {

  /** A target that no routing filter knows: were the pipeline ever passed by, nothing is sent. */
  private static final String NOWHERE = "no://upstream";

  @Bean
  RouteLocator routes(RouteLocatorBuilder routes, GatewayFilter pipeline) {
    return routes
        .routes()
        .route(
            "fhir",
            route ->
                route
                    // the management port knows no TLS, and no request
                    .predicate(exchange -> exchange.getRequest().getSslInfo() != null)
                    .and()
                    .path("/**")
                    .filters(filters ->
                        filters.filter(
                            new OrderedGatewayFilter(pipeline, Ordered.HIGHEST_PRECEDENCE)))
                    .uri(NOWHERE))
        .build();
  }
}
