-- Clients, how they are known, and what they allow. Times are UTC instants.

grant usage on schema registry to ${service};

create table client (
  id         uuid primary key,
  created_at timestamptz not null
);

create table passkey (
  credential_id bytea primary key,
  client        uuid not null references client,
  public_key    bytea not null,               -- COSE
  sign_count    bigint not null,
  created_at    timestamptz not null
);
create index passkey_by_client on passkey (client);

create table session (
  token_hash bytea primary key,               -- SHA-256 of the cookie's value
  client     uuid not null references client,
  expires_at timestamptz not null
);

-- One started WebAuthn ceremony; the row is deleted by the one who uses it.
create table ceremony (
  id         uuid primary key,
  kind       text not null check (kind in ('registration', 'sign-in')),
  challenge  bytea not null,
  subject    uuid,                            -- registration: id of the client to be
  expires_at timestamptz not null
);

create table invitation (
  id          uuid primary key,
  institution text not null,
  caseworker  text not null,
  code_hash   bytea not null unique,          -- SHA-256 of the code
  expires_at  timestamptz not null,
  client      uuid references client,         -- who accepted it
  created_at  timestamptz not null
);

create table link (
  client           uuid not null references client,
  institution      text not null,
  invitation       uuid not null unique references invitation,
  pseudonym        bytea not null,            -- AES-256-GCM: nonce, then ciphertext with tag
  pseudonym_lookup bytea not null,            -- HMAC-SHA-256 of institution and pseudonym
  credential_id    bytea not null references passkey,
  salt             bytea not null,
  key_hash         bytea not null,            -- SHA-256 of salt and public key
  endorsement      text,                      -- compact JWS; the link counts when it is there
  primary key (client, institution),
  unique (pseudonym_lookup)
);

create table consent_grant (
  id                  uuid primary key,
  client              uuid not null references client,
  recipient           text not null,
  current_version     int not null,
  lowest_live_version int not null,
  unique (client, recipient),
  check (lowest_live_version between 1 and current_version)
);

-- What the client signed: once for each version that gave or widened.
create table signed_document (
  consent_grant      uuid not null references consent_grant,
  version            int not null,
  document           bytea not null,          -- canonical form, RFC 8785
  shown_text         text not null,
  language           text not null,
  credential_id      bytea not null references passkey,
  authenticator_data bytea not null,
  client_data        bytea not null,
  signature          bytea not null,
  primary key (consent_grant, version)
);

create table grant_version (
  consent_grant  uuid not null references consent_grant,
  version        int not null,
  change         text not null check (change in ('signed', 'narrowed', 'blocked', 'withdrawn')),
  provisions     jsonb not null,
  signed_version int not null,                -- the signed document it lies within
  sequence       bigint,                      -- in the withdrawal sequence, where it took something back
  created_at     timestamptz not null,
  primary key (consent_grant, version),
  foreign key (consent_grant, signed_version) references signed_document,
  check (change = 'signed' or sequence is not null)
);

create table block (
  id         uuid primary key,
  client     uuid not null references client,
  kind       text not null check (kind in ('everything', 'institution', 'document', 'person', 'sensitivity')),
  body       jsonb not null,
  sequence   bigint not null,
  created_at timestamptz not null,
  removed_at timestamptz
);
create unique index block_once on block (client, body) where removed_at is null;

-- A removed block keeps what the client signed to remove it.
create table block_removal (
  block              uuid primary key references block,
  document           bytea not null,
  shown_text         text not null,
  language           text not null,
  credential_id      bytea not null references passkey,
  authenticator_data bytea not null,
  client_data        bytea not null,
  signature          bytea not null
);

-- What a client was asked to sign; the row is deleted by the one assertion it is good for.
create table proposal (
  id         uuid primary key,
  kind       text not null check (kind in ('grant', 'unblock')),
  client     uuid not null references client,
  target     uuid not null,                   -- the grant or the block
  document   bytea not null,
  shown_text text not null,
  language   text not null,
  expires_at timestamptz not null
);

grant select, insert on client, signed_document, grant_version, block_removal to ${service};
grant select, insert, update on passkey, invitation, link, consent_grant, block to ${service};
grant select, insert, delete on session, ceremony, proposal to ${service};
