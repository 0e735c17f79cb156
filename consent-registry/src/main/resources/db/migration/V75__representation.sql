-- Guardians and legal carers: people with a passkey of their own who act for a client, each where an
-- institution has endorsed the passkey for it. They stand in the table client like everybody else who
-- has a passkey; who is only a representative has no link.

create table representation (
  invitation     uuid primary key references invitation,
  institution    text not null,
  client         uuid not null references client,       -- for whom
  capacity       text not null check (capacity in ('guardian', 'carer')),
  areas          text[] not null,
  ends_at        timestamptz not null,                  -- of the order, or coming of age
  representative uuid references client,                -- who accepted
  credential_id  bytea references passkey,
  salt           bytea,
  key_hash       bytea,                                 -- SHA-256 of salt and public key
  endorsement    text,                                  -- compact JWS; the role counts when it is there
  endorsed_at    timestamptz,
  ended_at       timestamptz,                           -- before ends_at, by the next
  ended_by       text check (ended_by in ('institution', 'representative')),
  check (num_nonnulls(representative, credential_id, salt, key_hash) in (0, 4)),
  check (endorsement is null or representative is not null),
  check ((endorsement is null) = (endorsed_at is null)),
  check ((ended_at is null) = (ended_by is null)),
  check (representative <> client)
);
create index representation_by_client on representation (client);
create index representation_by_representative on representation (representative);

-- For whom a session acts; nothing: for its owner herself.
alter table session
  add column acts_for uuid references client,
  add column acts_as  text check (acts_as in ('guardian', 'carer')),
  add constraint session_acting check (num_nonnulls(acts_for, acts_as) in (0, 2)),
  add constraint session_acts_signed check (acts_for is null or document is not null);

-- Who signs: the representative's passkey, not the client's.
alter table proposal
  add column signer uuid references client;
update proposal set signer = client;
alter table proposal alter column signer set not null;

-- Versions of grants that a representative made for the client.
create table represented_version (
  consent_grant  uuid not null,
  version        int not null,
  representative uuid not null references client,
  capacity       text not null check (capacity in ('guardian', 'carer')),
  primary key (consent_grant, version),
  foreign key (consent_grant, version) references grant_version
);

-- Own-access tokens that a representative looked with, so that the client's log says so.
create table represented_look (
  jti            uuid primary key,
  client         uuid not null references client,
  representative uuid not null references client,
  capacity       text not null check (capacity in ('guardian', 'carer')),
  made_at        timestamptz not null
);

-- Blocks that a representative set, and no one else.
create table represented_block (
  block          uuid primary key references block,
  representative uuid not null references client,
  capacity       text not null check (capacity in ('guardian', 'carer'))
);

grant select, insert, update on representation to ${service};
grant select, insert on represented_version, represented_look, represented_block to ${service};
grant update (acts_for, acts_as) on session to ${service};

-- What somebody ticked is hers, also where she acts for another.
alter table choice
  add column signer uuid references client;
update choice set signer = client;
alter table choice alter column signer set not null;
