-- Clients without a passkey: linked in person, before a witness.

alter table link alter column credential_id drop not null;

create table in_person (
  invitation uuid primary key references invitation,
  caseworker text not null,
  witness    text not null,
  check (caseworker <> witness)
);

-- What staff recorded for a client who has no device: she took something back.
create table taken_back_in_person (
  id          uuid primary key,
  client      uuid not null references client,
  institution text not null,
  caseworker  text not null,
  what        text not null check (what in ('everything', 'withdrawn', 'narrowed')),
  recipient   text,
  body        jsonb,
  recorded_at timestamptz not null,
  check ((what = 'everything') = (recipient is null))
);
create index taken_back_in_person_by_client on taken_back_in_person (client, recorded_at);

grant select, insert on in_person, taken_back_in_person to ${service};
