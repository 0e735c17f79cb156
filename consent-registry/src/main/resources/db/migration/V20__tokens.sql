-- Keys that sign consent tokens, and tokens that were revoked before their end.

create table signing_key (
  kid         text primary key,
  state       text not null check (state in ('next', 'current', 'retired')),
  public_jwk  text not null,
  private_jwk bytea not null,                 -- AES-256-GCM: nonce, then ciphertext with tag
  made_at     timestamptz not null,
  retired_at  timestamptz,
  check ((state = 'retired') = (retired_at is not null))
);
create unique index signing_key_current on signing_key (state) where state = 'current';
create unique index signing_key_next on signing_key (state) where state = 'next';

create table token_revocation (
  jti        uuid primary key,
  expires_at timestamptz not null             -- afterwards the row tells nothing
);

grant select, insert, update, delete on signing_key to ${service};
grant select, insert, delete on token_revocation to ${service};
