-- What leads from a client's key to an older one of hers.

alter table passkey
  add column name         text,               -- as the client calls the device; null: she never did
  add column last_used_at timestamptz,
  add column removed_at   timestamptz;        -- from then on it signs and endorses nothing

-- An older key signed a document that names the newer one.
create table key_step (
  newer              bytea not null references passkey,
  older              bytea not null references passkey,
  document           bytea not null,          -- canonical form, RFC 8785
  authenticator_data bytea not null,
  client_data        bytea not null,
  signature          bytea not null,
  created_at         timestamptz not null,
  primary key (newer, older)
);

-- An institution's word that a newer key takes the place of the one it endorsed at linking.
create table replacement (
  invitation  uuid primary key references invitation,
  client      uuid not null references client,
  institution text not null,
  newer       bytea not null references passkey,
  salt        bytea not null,
  endorsement text not null,                  -- compact JWS
  endorsed_at timestamptz not null            -- its claim iat
);
create index replacement_by_client on replacement (client);

grant select, insert on key_step, replacement to ${service};
