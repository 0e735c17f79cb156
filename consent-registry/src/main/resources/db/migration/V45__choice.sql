-- What a client is about to allow, before she signs it. It gives nothing, and is forgotten after an hour.

create table choice (
  id            uuid primary key,
  client        uuid not null references client,
  request       uuid references consent_request, -- empty where nobody asked
  recipient     text not null,
  holder        text,                            -- where nobody asked: whose data
  body          jsonb not null,                  -- what is ticked
  proposal      uuid,                            -- what was last put before her to sign
  consent_grant uuid,
  document_hash bytea,                           -- SHA-256 of the document of that proposal
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  check ((request is null) <> (holder is null)),
  check (num_nonnulls(proposal, consent_grant, document_hash) in (0, 3))
);
create index choice_by_client on choice (client, created_at);

grant select, insert, update, delete on choice to ${service};
