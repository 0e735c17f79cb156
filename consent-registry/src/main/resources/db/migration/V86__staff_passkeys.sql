-- Passkeys of the people who work at institutions, one or more for each, and what comes with them.

create table staff_passkey (
  credential_id bytea primary key,
  institution   text not null,
  caseworker    text not null,
  public_key    bytea not null,               -- COSE
  sign_count    bigint not null,
  vouched_by    text not null,                -- caseworker who sat there when the institution gave the code
  created_at    timestamptz not null,
  ended_at      timestamptz,
  ended_by      text,                         -- caseworker
  check ((ended_at is null) = (ended_by is null))
);
create index staff_passkey_by_institution on staff_passkey (institution, caseworker);

-- A code that the institution gives to one person for one passkey; the row is deleted by the passkey.
create table staff_code (
  id          uuid primary key,
  code_hash   bytea not null unique,          -- SHA-256 of the code
  institution text not null,
  caseworker  text not null,
  vouched_by  text not null,
  expires_at  timestamptz not null,
  unique (institution, caseworker)
);

-- One started ceremony; the row is deleted by the one who uses it.
create table staff_ceremony (
  id         uuid primary key,
  challenge  bytea not null,
  code       uuid references staff_code on delete cascade,   -- empty: a sign-in
  expires_at timestamptz not null
);

create table staff_session (
  token_hash    bytea primary key,            -- SHA-256 of the cookie's value
  credential_id bytea not null references staff_passkey,
  expires_at    timestamptz not null
);

grant select, insert, update on staff_passkey to ${service};
grant select, insert, delete on staff_code, staff_ceremony, staff_session to ${service};
