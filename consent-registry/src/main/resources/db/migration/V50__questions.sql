-- What clients ask institutions about lines of their log, and what they complain about.

create table question (
  id          uuid primary key,               -- drawn with the form, so that sending it twice asks once
  client      uuid not null references client,
  institution text not null,                  -- that is to answer
  entry       uuid not null,                  -- of the ledger
  kind        text not null check (kind in ('question', 'complaint')),
  body        text not null check (length(body) between 1 and 2000),
  asked_at    timestamptz not null,
  due_at      timestamptz not null,
  answer      text check (length(answer) between 1 and 2000),
  answered_by text,                           -- caseworker
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index question_by_client on question (client, asked_at);
create index question_by_institution on question (institution, id);

grant select, insert, update on question to ${service};
