-- What a city had written with the tables of 25 November 2026, every table at least once; all of it is invented.
insert into territory.import
  (kind, file_name, sha256, source, licence, imported_at, imported_by, rows_read, rows_added, format)
select kind, lower(kind) || '-exemple.csv', repeat('a', 64), 'Source d’exemple', 'Licence d’exemple', now() - interval '3 days',
       'bin/import (exemple)', 1, 1, format
from (values (1, 'AREAS', 'DERIVED_IRIS'), (2, 'SCORES', 'SCORES'), (3, 'STREETS', 'STREETS'), (4, 'ROADS', 'ROADS'),
             (5, 'PLACES', 'PLACES'), (6, 'ADDRESSES', 'ADDRESSES'), (7, 'FIGURES', 'PUBLISHED_FIGURES')) k (n, kind, format)
order by n;

insert into territory.refused_row (import, line, reason, excerpt, arguments)
values (3, 7, 'FIELD_COUNT', 'Rue loin,,1.05', array['5', '3']);

insert into territory.area
  (code, kind, name, parent_code, population, population_period, official_outline, outline, south, west, north, east, label_lat, label_lon, imported)
values
  ('99999', 'COMMUNE', 'Commune d’exemple', null, 1200, '2021', true, '\x000000000300000001000000053ff00000000000003ff00000000000003ff199999999999a3ff00000000000003ff199999999999a3ff199999999999a3ff00000000000003ff199999999999a3ff00000000000003ff0000000000000', 1, 1, 1.1, 1.1, 1.05, 1.05, 1),
  ('999990101', 'IRIS', 'Quartier d’exemple', '99999', null, null, false, '\x000000000300000001000000053ff00000000000003ff00000000000003ff0cccccccccccd3ff00000000000003ff0cccccccccccd3ff199999999999a3ff00000000000003ff199999999999a3ff00000000000003ff0000000000000', 1, 1, 1.1, 1.05, 1.05, 1.02, 1),
  ('999990102', 'IRIS', 'Quartier sans contour', '99999', null, null, false, null, null, null, null, null, null, null, 1);

insert into territory.score (area_code, indicator, period, score, imported)
values ('999990101', 'score_global', '2020', 117, 2);

insert into territory.street (id, name, commune_code, area_code, length_m, lat, lon, imported)
values ('99999-rue-dexemple', 'Rue d’Exemple', '99999', '999990101', 120, 1.02, 1.02, 3);

insert into territory.road (ref, class, structure, name, length_m, line, south, west, north, east, imported)
values ('1', 'minor', 'normal', 'Rue d’Exemple', 120, '\x0000000002000000023ff028f5c28f5c293ff028f5c28f5c293ff051eb851eb8523ff051eb851eb852', 1.01, 1.01, 1.02, 1.02, 4);

insert into territory.place (ref, name, kind, area_code, lat, lon, imported)
values ('1', 'Morne d’Exemple', 'HLL', '999990101', 1.03, 1.03, 5);

insert into territory.address
  (ref, number, street_name, street_id, postcode, commune_code, area_code, lat, lon, imported)
values ('99999_1_00012', '12', 'Rue d’Exemple', '99999-rue-dexemple', '99990', '99999', '999990101', 1.02, 1.02, 6);

insert into territory.published_figure
  (territory, indicator, period, value, unit, producer, source_url, imported)
values ('99999', 'foyers_couverts', '2024', 71.5, '%', 'Producteur d’exemple', 'https://example.org/source', 7);

-- the password is « lampadaire crevette orage violon », the printed code ABCD-EFGH-JKMN
begin;
insert into people.account
  (id, email, name, status, password_hash, second_factor, created_at, password_changed_at, last_signed_in_at, language)
values
  ('00000000-0000-4000-8000-000000000001', 'ada@example.org', 'Ada Exemple', 'ACTIVE',
   '$argon2id$v=19$m=19456,t=2,p=1$9AO7+4Zvv4t2eS0sfRUbLg$UVkvkFOcoR8fkbv0cEP1BfkUzkjL22ev9lVas6fqr3s',
   'CODES', now() - interval '9 days', now() - interval '9 days', now() - interval '1 day', 'fr'),
  ('00000000-0000-4000-8000-000000000002', 'bo@example.org', 'Bo Exemple', 'INVITED', null, null, now(), null, null, 'en');
insert into people.account_role (account, role)
values ('00000000-0000-4000-8000-000000000001', 'admin'), ('00000000-0000-4000-8000-000000000002', 'agent');
commit;

insert into people.one_time_code (account, hash)
values ('00000000-0000-4000-8000-000000000001',
        sha256(convert_to('code:00000000-0000-4000-8000-000000000001:ABCDEFGHJKMN', 'UTF8')));

insert into people.link (hash, kind, account, totp_secret, made_at, expires_at)
values (sha256(convert_to('link:an-invitation-of-the-former-version', 'UTF8')), 'INVITATION',
        '00000000-0000-4000-8000-000000000002', sha256('secret'), now(), now() + interval '7 days');

insert into people.attempt (subject, failures, last_at, waits_until) values ('a subject', 3, now(), now());

insert into people.session
values ('00000000-0000-4000-8000-0000000000aa', '00000000-0000-4000-8000-0000000000ab', 0, 0, 43200, 32503680000000, null);
insert into people.session_attributes values ('00000000-0000-4000-8000-0000000000aa', 'exemple', '\x00');

insert into people.act (at, who, name, sender, what, about)
values (now() - interval '1 day', '00000000-0000-4000-8000-000000000001', 'Ada Exemple', '192.0.2.1', 'people.act.invited', 'bo@example.org');

insert into post.letter
  (key, kind, language, addressee, address, subject, body, message_id, state, queued_at, moved_at, next_attempt_at, give_up_at)
values
  ('people.link.exemple', 'ANSWER', 'en', repeat('b', 64), 'bo@example.org', 'Votre compte d’exemple', 'Ouvrez ce lien.',
   '<exemple@example.org>', 'QUEUED', now(), now(), now(), now() + interval '5 days'),
  ('gone.exemple', 'RECEIPT', 'fr', repeat('c', 64), null, null, null,
   '<parti@example.org>', 'SENT', now() - interval '40 days', now() - interval '40 days', now() - interval '40 days', now());
insert into post.stopped (addressee, stopped_at) values (repeat('d', 64), now());
insert into post.secret (bytes) values (sha256('exemple'));
