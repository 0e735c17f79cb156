package net.sociallook.registry.token.endpoint;

import java.time.Clock;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.token.TokenIssuer;
import net.sociallook.registry.token.TokenProperties;
import net.sociallook.registry.token.TokenRevoker;
import net.sociallook.registry.token.TokenSigner;
import net.sociallook.registry.token.TokenStanding;
import net.sociallook.registry.token.TokenVerifier;
import net.sociallook.registry.token.key.SigningKeys;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenIntrospectionEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The three OAuth endpoints that are posted to, as one chain of filters: Spring Security's, with
 * our converters and decisions in them. The chain sees these three paths and no other.
 */
@Configuration(proxyBeanMethods = false)
class OAuthConfiguration {
  /** Behind the front door, which has found the path on this port. */
  private static final int BEHIND_FRONT_DOOR = Ordered.HIGHEST_PRECEDENCE + 20;

  @Bean
  InstitutionClient institutionClient(Directory directory) {
    return new InstitutionClient(directory);
  }

  @Bean
  TokenEndpoint tokenEndpoint(TokenIssuer issuer, InstitutionClient clients) {
    return new TokenEndpoint(issuer, clients);
  }

  /** Finds out, and tells. */
  record Introspection(IntrospectionEndpoint endpoint, IntrospectionAnswer answer) {}

  @Bean
  IntrospectionAnswer introspectionAnswer(SigningKeys keys, TokenProperties tokens, Clock clock) {
    return new IntrospectionAnswer(new TokenSigner(keys), tokens.issuer(), clock);
  }

  @Bean
  Introspection introspection(
      TokenVerifier verifier, TokenStanding standing, IntrospectionAnswer answer) {
    return new Introspection(new IntrospectionEndpoint(verifier, standing), answer);
  }

  @Bean
  RevocationEndpoint revocationEndpoint(TokenVerifier verifier, TokenRevoker revoker) {
    return new RevocationEndpoint(verifier, revoker);
  }

  @Bean
  FilterRegistrationBean<FilterChainProxy> oauth(
      InstitutionClient clients,
      TokenEndpoint token,
      Introspection introspection,
      RevocationEndpoint revocation) {
    FilterChainProxy chain =
        new FilterChainProxy(
            new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new OAuthDoor(),
                clientFilter(clients),
                tokenFilter(token),
                introspectionFilter(introspection),
                revocationFilter(revocation)));
    FilterRegistrationBean<FilterChainProxy> registration = new FilterRegistrationBean<>(chain);
    registration.addUrlPatterns("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke");
    registration.setOrder(BEHIND_FRONT_DOOR);
    return registration;
  }

  private static OAuth2ClientAuthenticationFilter clientFilter(InstitutionClient clients) {
    OAuth2ClientAuthenticationFilter filter =
        new OAuth2ClientAuthenticationFilter(clients, AnyRequestMatcher.INSTANCE);
    filter.setAuthenticationConverter(new CertificateConverter());
    filter.setAuthenticationFailureHandler(failures());
    return filter;
  }

  private static OAuth2TokenEndpointFilter tokenFilter(TokenEndpoint endpoint) {
    OAuth2TokenEndpointFilter filter = new OAuth2TokenEndpointFilter(endpoint);
    filter.setAuthenticationConverter(new ConsentAccessRequest.Converter());
    filter.setAuthenticationFailureHandler(failures());
    return filter;
  }

  private static OAuth2TokenIntrospectionEndpointFilter introspectionFilter(
      Introspection introspection) {
    OAuth2TokenIntrospectionEndpointFilter filter =
        new OAuth2TokenIntrospectionEndpointFilter(introspection.endpoint());
    filter.setAuthenticationSuccessHandler(introspection.answer());
    filter.setAuthenticationFailureHandler(failures());
    return filter;
  }

  private static OAuth2TokenRevocationEndpointFilter revocationFilter(RevocationEndpoint endpoint) {
    OAuth2TokenRevocationEndpointFilter filter = new OAuth2TokenRevocationEndpointFilter(endpoint);
    filter.setAuthenticationFailureHandler(failures());
    return filter;
  }

  private static AuthenticationFailureHandler failures() {
    return (request, response, failure) -> OAuthErrors.answer(response, failure);
  }
}
