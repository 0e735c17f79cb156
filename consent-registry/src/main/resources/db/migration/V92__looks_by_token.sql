-- The ledger names a token as text; the client's log finds by it how she who looked was known.

create index staff_look_by_token on staff_look ((jti::text));
create index represented_look_by_token on represented_look ((jti::text));
