create schema post;

-- One letter to one person. Address, subject and text go some days after it left; the rest stays a
-- year, so that the same act never tells anybody twice.
create table post.letter (
  id              bigint generated always as identity primary key,
  key             text not null unique check (length(key) between 1 and 200),
  channel         text not null default 'EMAIL' check (channel in ('EMAIL')),
  kind            text not null check (kind in ('RECEIPT', 'ANSWER', 'OPTIONAL')),
  language        text not null check (language in ('fr', 'en', 'gcf')),
  addressee       text not null check (addressee ~ '^[0-9a-f]{64}$'),
  address         text,
  reply_to        text,
  subject         text,
  body            text,
  message_id      text not null unique,
  state           text not null
                  check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'SUPPRESSED', 'PRINTED')),
  reason          text,
  attempts        int not null default 0 check (attempts >= 0),
  queued_at       timestamptz not null,
  moved_at        timestamptz not null,
  next_attempt_at timestamptz not null,
  give_up_at      timestamptz not null,
  claim           uuid,
  claimed_until   timestamptz,
  check ((state = 'SENDING') = (claim is not null and claimed_until is not null)),
  check ((address is null) = (body is null) and (address is null) = (subject is null)),
  check (state not in ('QUEUED', 'SENDING') or body is not null)
);
create index letter_due on post.letter (next_attempt_at) where state = 'QUEUED';
create index letter_claimed on post.letter (claimed_until) where state = 'SENDING';
create index letter_failed on post.letter (id) where state = 'FAILED';
create index letter_by_state on post.letter (state, id);
create index letter_budget on post.letter (addressee, queued_at) where kind = 'OPTIONAL';
create index letter_to_empty on post.letter (moved_at) where body is not null;
create index letter_to_forget on post.letter (moved_at);

-- Who said STOP to optional letters, by keyed hash: no address is kept for it.
create table post.stopped (
  addressee  text primary key check (addressee ~ '^[0-9a-f]{64}$'),
  stopped_at timestamptz not null
);

-- The key of those hashes and of the signed links, made at the first start, shared by all processes.
create table post.secret (
  one   boolean primary key default true check (one),
  bytes bytea not null check (octet_length(bytes) = 32)
);
