-- What mediators did, in the enumerations of the Coop de la médiation numérique. A record is
-- corrected by a new version; no version is edited. Of people there are counts, and no name.

-- The sum of a marginal, for example {"feminin": 3, "masculin": 2}.
create function learning.people_in(counts jsonb) returns bigint language sql immutable as $$
  select coalesce(sum(value::bigint), 0)::bigint from jsonb_each_text(counts)
$$;

-- Whether it is a marginal of these values, each counted at least once, and of no more people.
create function learning.marginal(counts jsonb, allowed text[], total int) returns boolean
language sql immutable as $$
  select case
    when jsonb_typeof(counts) <> 'object' then false
    when exists (select from jsonb_each(counts) as one (key, value)
                 where value::text !~ '^[1-9][0-9]{0,4}$'
                   or (allowed is not null and not key = any (allowed))
                   or key !~ '^[a-z0-9_]{1,40}$') then false
    else learning.people_in(counts) <= total end
$$;

-- The band of an age; the twelve to seventeen are « douze_dix_huit » at the Coop.
create function learning.age_band(age int) returns text language sql immutable as $$
  select case
    when age < 12 then 'moins_de_douze'
    when age < 18 then 'douze_dix_huit'
    when age < 25 then 'dix_huit_vingt_quatre'
    when age < 40 then 'vingt_cinq_trente_neuf'
    when age < 60 then 'quarante_cinquante_neuf'
    when age < 70 then 'soixante_soixante_neuf'
    else 'soixante_dix_plus' end
$$;

create table learning.activity (
  id          uuid primary key,
  -- names the form that was sent, so that the same form sent twice is one record
  form        uuid not null,
  author      uuid not null,
  version     int not null default 1 check (version > 0),
  withdrawn   boolean not null default false,
  session     uuid,
  appointment uuid,
  example     boolean not null default false,
  recorded_at timestamptz not null,
  unique (author, form)
);
create index activity_session on learning.activity (session) where session is not null;
create index activity_appointment on learning.activity (appointment) where appointment is not null;

create table learning.activity_version (
  activity     uuid not null references learning.activity,
  version      int not null check (version > 0),
  written_at   timestamptz not null,
  kind         text not null check (kind in ('individuel', 'collectif')),
  day          date not null check (day >= '2010-01-01'),
  minutes      int not null check (minutes between 1 and 1439),
  place_kind   text not null check (place_kind in ('lieu_activite', 'domicile', 'a_distance', 'autre')),
  place        uuid,
  commune      text check (commune ~ '^[0-9A-Z]{1,12}$'),
  themes       text[] not null check (cardinality(themes) >= 1 and themes <@ array[
                 'diagnostic_numerique', 'prendre_en_main_du_materiel', 'maintenance_de_materiel',
                 'gere_ses_contenus_numeriques', 'navigation_sur_internet', 'email', 'bureautique',
                 'reseaux_sociaux', 'sante', 'banque_et_achats_en_ligne', 'entrepreneuriat',
                 'insertion_professionnelle', 'securite_numerique', 'parentalite',
                 'scolarite_et_numerique', 'creer_avec_le_numerique', 'culture_numerique',
                 'intelligence_artificielle', 'aide_aux_demarches_administratives']),
  admin_themes text[] not null check (admin_themes <@ array[
                 'papiers_elections_citoyennete', 'famille_scolarite', 'social_sante',
                 'travail_formation', 'logement', 'transports_mobilite', 'argent_impots', 'justice',
                 'etrangers_europe', 'loisirs_sports_culture', 'associations']),
  precisely    text check (length(precisely) between 1 and 200),
  equipment    text[] not null check (equipment <@ array[
                 'ordinateur', 'telephone', 'tablette', 'autre', 'aucun']),
  tags         text[] not null check (cardinality(tags) <= 5),
  notes        text check (length(notes) between 1 and 1000),
  birth_year   int,
  autonomy     text check (autonomy in ('entierement_accompagne', 'partiellement_autonome', 'autonome')),
  redirected   boolean not null default false,
  redirection  text check (redirection in ('administration', 'mediation_numerique',
                 'operateur_ou_organisme_en_charge', 'aide_sociale', 'insertion_professionnelle',
                 'aide_aux_demarches_administratives', 'autre')),
  title        text check (length(title) between 1 and 100),
  level        text check (level in ('debutant', 'intermediaire', 'avance')),
  total        int not null check (total between 1 and 10000),
  already      int not null check (already between 0 and total),
  genders      jsonb not null check (learning.marginal(genders, array['masculin', 'feminin'], total)),
  ages         jsonb not null check (learning.marginal(ages, array[
                 'moins_de_douze', 'douze_dix_huit', 'dix_huit_vingt_quatre',
                 'vingt_cinq_trente_neuf', 'quarante_cinquante_neuf', 'soixante_soixante_neuf',
                 'soixante_dix_plus'], total)),
  statuses     jsonb not null check (learning.marginal(statuses, array[
                 'scolarise', 'sans_emploi', 'en_emploi', 'retraite'], total)),
  origins      jsonb not null check (learning.marginal(origins, null, total)),
  withdrawn    boolean not null default false,
  primary key (activity, version),
  constraint place_of_the_kind check (
    (place_kind = 'lieu_activite') = (place is not null)
    and (place_kind in ('domicile', 'autre')) = (commune is not null)),
  constraint administrative_themes check (
    'aide_aux_demarches_administratives' = any (themes)
    or (cardinality(admin_themes) = 0 and precisely is null)),
  constraint no_equipment_is_none check (not 'aucun' = any (equipment) or cardinality(equipment) = 1),
  constraint band_of_the_year check (birth_year is null or ages = jsonb_build_object(
    learning.age_band(extract(year from day)::int - birth_year), 1)),
  constraint one_person check (kind = 'collectif'
    or (total = 1 and title is null and level is null)),
  constraint many_people check (kind = 'individuel'
    or (birth_year is null and autonomy is null and not redirected)),
  constraint redirected_somewhere check (redirection is null or redirected)
);
create index activity_by_day on learning.activity_version (day);

-- A version stays as it was written; only what a retention ends may be emptied.
create function learning.keep_versions() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and new.notes is null and new.precisely is null and new.birth_year is null
     and new.title is null and cardinality(new.tags) = 0
     and to_jsonb(new) - array['notes', 'precisely', 'birth_year', 'title', 'tags']
       = to_jsonb(old) - array['notes', 'precisely', 'birth_year', 'title', 'tags'] then
    return new;
  end if;
  raise exception 'a version of a record is not edited (%)', tg_op
    using errcode = 'restrict_violation', constraint = 'activity_version_kept';
end $$;
create trigger keep_versions before update or delete on learning.activity_version
  for each row execute function learning.keep_versions();
