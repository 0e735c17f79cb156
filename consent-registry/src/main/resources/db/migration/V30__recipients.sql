-- Grants by who received them.

create index consent_grant_by_recipient on consent_grant (recipient, id);
