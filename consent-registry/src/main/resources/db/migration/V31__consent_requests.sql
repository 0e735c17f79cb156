-- What institutions ask clients to allow.

create table consent_request (
  id          uuid primary key,
  client      uuid not null references client,
  institution text not null,
  caseworker  text not null,
  provisions  jsonb not null,
  reason      text not null check (length(reason) between 1 and 4000),
  valid_until timestamptz not null,           -- the latest of the provisions; afterwards nothing is asked
  created_at  timestamptz not null,
  declined_at timestamptz                     -- for the client alone
);
create index consent_request_by_institution on consent_request (institution, id);
create index consent_request_by_client on consent_request (client, created_at);

grant select, insert, update on consent_request to ${service};
