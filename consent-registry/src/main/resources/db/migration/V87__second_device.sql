-- A client's further devices.

alter table passkey add column kind text;     -- of the browser that made it, "Firefox, Android"

-- With which passkey it was begun, signed for or not: when that is removed the session ends.
alter table session add column passkey bytea references passkey;
update session set passkey = credential_id;

-- A code for one more device, and what comes of it. The key is no passkey before an older one endorsed it.
create table device_offer (
  id            uuid primary key,
  client        uuid not null references client,
  code_hash     bytea not null unique,        -- SHA-256 of the code
  expires_at    timestamptz not null,
  credential_id bytea,                        -- all five once a device has answered
  public_key    bytea,
  sign_count    bigint,
  salt          bytea,                        -- of the six digits
  document      bytea,                        -- to be signed by an older key, canonical form (RFC 8785)
  kind          text,
  ended         text check (ended in ('active', 'refused')),
  check (num_nonnulls(credential_id, public_key, sign_count, salt, document) in (0, 5))
);
create index device_offer_by_client on device_offer (client);

grant select, insert, update, delete on device_offer to ${service};
