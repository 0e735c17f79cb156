-- For institutions that use the staff's page: which of their clients an invitation is for.

create table invitation_note (
  invitation uuid primary key references invitation,
  local_id   bytea not null,   -- the institution's own number of the client, AES-256-GCM like pseudonyms
  lookup     bytea not null    -- HMAC-SHA-256 of institution and number
);
create index invitation_note_by_lookup on invitation_note (lookup);
create index invitation_by_institution on invitation (institution, created_at);

grant select, insert on invitation_note to ${service};
