-- How it was known which caseworker it was, beside what she did; null: it was done before this.

alter table question add column answered_with text
  check (answered_with in ('system', 'certificate', 'passkey'));
alter table invitation add column made_with text
  check (made_with in ('system', 'certificate', 'passkey'));

-- Tokens with which staff looked on their page, so that the client's log says so.
create table staff_look (
  jti        uuid primary key,
  caseworker text not null,
  proof      text not null check (proof in ('system', 'certificate', 'passkey')),
  made_at    timestamptz not null
);
grant select, insert on staff_look to ${service};
