-- Devices on which clients want to be told that there is something new, and what they have not been told yet.

create table push_device (
  id         uuid primary key,
  client     uuid not null references client,
  endpoint   text not null unique,          -- where the browser wants to be told: at a push service
  p256dh     bytea not null check (length(p256dh) = 65),
  auth       bytea not null check (length(auth) = 16),
  vapid_key  bytea not null check (length(vapid_key) = 65), -- of ours, that the browser was told of
  topics     text[] not null check (cardinality(topics) > 0
               and topics <@ array['request', 'first-look', 'message', 'answer']),
  language   text not null,
  created_at timestamptz not null
);
create index push_device_by_client on push_device (client);

-- At most one for each device: what comes while it waits becomes part of it.
create table push_notice (
  device     uuid primary key references push_device on delete cascade,
  topics     text[] not null,
  pieces     int not null,                  -- of news that it stands for
  since      timestamptz not null,          -- the first of them
  not_before timestamptz not null,          -- while it is under way: when it counts as lost
  attempts   int not null
);
create index push_notice_by_time on push_notice (not_before);

-- In the transaction of the news itself, so that none is lost and none told that did not happen.
create function tell(whom uuid, of_what text) returns void language sql as $$
  insert into registry.push_notice (device, topics, pieces, since, not_before, attempts)
  select id, array[of_what], 1, clock_timestamp(), clock_timestamp(), 0
  from registry.push_device where client = whom and of_what = any (topics)
  order by id for key share
  on conflict (device) do update set
    topics = array(select distinct unnest(push_notice.topics || excluded.topics)),
    pieces = push_notice.pieces + 1
$$;

create function tell_of_request() returns trigger language plpgsql as $$
begin
  perform registry.tell(new.client, 'request');
  return null;
end $$;
create trigger consent_request_tells after insert on consent_request
  for each row execute function tell_of_request();

create function tell_of_answer() returns trigger language plpgsql as $$
begin
  perform registry.tell(new.client, 'answer');
  return null;
end $$;
create trigger question_tells after update of answer on question
  for each row when (old.answer is null and new.answer is not null) execute function tell_of_answer();

grant select, insert, update, delete on push_device, push_notice to ${service};
grant select, delete on push_device, push_notice to sociallook_erasure;
