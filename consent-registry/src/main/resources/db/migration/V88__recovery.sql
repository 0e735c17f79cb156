-- New access for a client who is known already, and what becomes of it.

alter table invitation add column recovers uuid references client;

-- Under one pseudonym an institution finds the client herself, never an access that waits.
alter table link alter column pseudonym_lookup drop not null;

-- An access that waits is a client record of its own: it owns nothing but one link or two.
create table recovery (
  waiting       uuid primary key references client,
  client        uuid not null references client,
  credential_id bytea not null references passkey,
  document      bytea not null,               -- for an older key to sign, canonical form (RFC 8785)
  begun_at      timestamptz not null,
  noticed_at    timestamptz,                  -- an institution has endorsed it: older devices are told
  full_at       timestamptz,                  -- when nobody has said no until then
  ended         text check (ended in ('full', 'refused')),
  ended_at      timestamptz,
  check ((noticed_at is null) = (full_at is null)),
  check ((ended is null) = (ended_at is null))
);
create index recovery_by_client on recovery (client);

grant select, insert, update on recovery to ${service};
grant update on session to ${service};
