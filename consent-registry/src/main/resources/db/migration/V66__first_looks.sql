-- Who looked for the first time at what a client had signed; read from the ledger.

create table first_look (
  consent_grant  uuid not null,
  signed_version int not null,              -- what the client had signed when it happened
  caseworker     text not null,             -- empty where nobody was named
  client         uuid not null references client,
  recipient      text not null,
  entry          uuid not null,             -- of the ledger
  looked_at      timestamptz not null,
  shown_in       uuid,                      -- the session in which the client was told on the page
  primary key (consent_grant, signed_version, caseworker)
);
create index first_look_by_client on first_look (client, looked_at);

-- Up to which record of the ledger somebody has read it.
create table ledger_reader (
  name     text primary key,
  position bigint not null
);
insert into ledger_reader values ('news', 0);

grant select, insert, update on first_look to ${service};
grant select, update on ledger_reader to ${service};
grant select, delete on first_look to sociallook_erasure;
