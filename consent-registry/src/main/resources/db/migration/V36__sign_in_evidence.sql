-- What proves to gateways that a client is signed in, and the end of a session as a withdrawal.

-- Started before there were documents to sign; they are good for five minutes anyway.
delete from ceremony where kind = 'sign-in';
alter table ceremony
  add column document bytea,                  -- sign-in: what is signed, canonical form (RFC 8785)
  add constraint ceremony_document check ((kind = 'sign-in') = (document is not null));

-- A session begun by registering a passkey has no assertion, and opens no own access.
alter table session
  add column id                 uuid not null default gen_random_uuid(),
  add column document           bytea,
  add column credential_id      bytea references passkey,
  add column authenticator_data bytea,
  add column client_data        bytea,
  add column signature          bytea,
  add constraint session_once unique (id),
  add constraint session_evidence check (
    num_nonnulls(document, credential_id, authenticator_data, client_data, signature) in (0, 5));

alter table withdrawal
  add column session uuid,
  drop constraint withdrawal_check,
  add constraint withdrawal_check check (case kind
    when 'grant' then grant_id is not null and lowest_live_version is not null
                      and num_nonnulls(jti, session) = 0
    when 'token' then jti is not null and num_nonnulls(grant_id, lowest_live_version, session) = 0
    when 'session' then session is not null and num_nonnulls(grant_id, lowest_live_version, jti) = 0
    else false end);
