-- Grants without a device of the client's own. An institution captures what she says or has signed
-- on paper, before a witness, and signs that; it opens this institution's data only.

create table capture (
  id            uuid primary key,
  institution   text not null,                -- who captures, and whose data it is about
  client        uuid not null references client,
  recipient     text not null,
  level         text not null check (level in ('assisted', 'paper')),
  caseworker    text not null,
  witness       text not null,
  consent_grant uuid not null,
  document      bytea not null,               -- canonical form, RFC 8785
  shown_text    text not null,
  language      text not null,
  signed_on     date,                         -- on paper: the day beside the client's signature
  scan_hash     bytea,                        -- SHA-256; the institution keeps the scan itself
  taken_at      timestamptz,                  -- when it became a version of the grant
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  check (caseworker <> witness),
  check (num_nonnulls(signed_on, scan_hash) in (0, case level when 'paper' then 2 else 0 end)),
  check (taken_at is null or level = 'assisted' or scan_hash is not null)
);
create index capture_by_institution on capture (institution, created_at);

-- What stands for the assertion in a document that the client has not signed with a passkey.
alter table signed_document
  alter column credential_id drop not null,
  alter column authenticator_data drop not null,
  alter column client_data drop not null,
  alter column signature drop not null,
  add column capture   uuid unique references capture,
  add column statement text,                  -- compact JWS of the institution that captured
  add constraint signed_document_evidence check (
    case when capture is null
         then num_nonnulls(credential_id, authenticator_data, client_data, signature) = 4
              and statement is null
         else num_nonnulls(credential_id, authenticator_data, client_data, signature) = 0
              and statement is not null end);

alter table grant_version
  drop constraint grant_version_change_check,
  add constraint grant_version_change_check
    check (change in ('signed', 'captured', 'narrowed', 'blocked', 'withdrawn')),
  drop constraint grant_version_check,
  add constraint grant_version_check check (change in ('signed', 'captured') or sequence is not null);

grant select, insert, update on capture to ${service};
