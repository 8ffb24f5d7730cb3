-- Places where people are helped with what is digital. The columns of the national standard
-- « Lieux de médiation numérique » v1.0.2 keep its names and its values to the letter, except its
-- `id`, which is `national_id` here; what is ours stands after them.
-- What is not known is empty, never guessed.
create table learning.place (
  id uuid primary key,
  national_id text not null unique check (national_id <> '' and length(national_id) <= 200),
  pivot text not null default '' check (pivot ~ '^([a-zA-Z0-9]{9,14})?$'),
  nom text not null check (nom <> '' and length(nom) <= 200),
  commune text not null check (length(commune) <= 100),
  code_postal text not null check (code_postal ~ '^([0-9]{5})?$'),
  code_insee text not null default '' check (code_insee ~ '^(([013-9][0-9]|2[AB1-9])[0-9]{3})?$'),
  adresse text not null check (length(adresse) <= 300),
  complement_adresse text not null default '' check (length(complement_adresse) <= 300),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  typologie text[] not null default '{}' check (typologie <@ array['ACI', 'ACIPHC', 'AFPA', 'AI', 'ASE',
    'ASSO', 'ASSO_CHOMEUR', 'Autre', 'AVIP', 'BIB', 'CAARUD', 'CADA', 'CAF', 'CAP_EMPLOI', 'CAVA', 'CC', 'CCAS',
    'CCONS', 'CD', 'CDAS', 'CFP', 'CHRS', 'CHU', 'CIAS', 'CIDFF', 'CITMET', 'CMP', 'CMS', 'CPAM', 'CPH', 'CS',
    'CSAPA', 'CSC', 'DEETS', 'DEPT', 'DIPLP', 'E2C', 'EA', 'EATT', 'EI', 'EITI', 'ENM', 'EPCI', 'EPI', 'EPIDE',
    'EPN', 'ES', 'ESAT', 'ESS', 'ETTI', 'EVS', 'FABLAB', 'FABRIQUE', 'FAIS', 'FT', 'GEIQ', 'HUDA', 'LA_POSTE',
    'MDE', 'MDH', 'MDEF', 'MDPH', 'MDS', 'MJC', 'ML', 'MQ', 'MSA', 'MSAP', 'MUNI', 'OACAS', 'ODC', 'OF', 'OIL',
    'OPCS', 'PAD', 'PENSION', 'PI', 'PIJ_BIJ', 'PIMMS', 'PJJ', 'PLIE', 'PREF', 'PREVENTION', 'REG',
    'RELAIS_LECTURE', 'RESSOURCERIE', 'RFS', 'RS_FJT', 'SCP', 'SPIP', 'TIERS_LIEUX', 'UDAF']),
  telephone text not null default ''
    check (telephone ~ '^((\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)[0-9]{6,9})?$'),
  courriels text[] not null default '{}',
  site_web text[] not null default '{}',
  horaires text not null default '' check (length(horaires) <= 1000),
  presentation_resume text not null default '' check (length(presentation_resume) <= 280),
  presentation_detail text not null default '' check (length(presentation_detail) <= 4000),
  source text not null default '' check (length(source) <= 300),
  itinerance text[] not null default '{}' check (itinerance <@ array['Itinérant', 'Fixe']),
  structure_parente text not null default '' check (length(structure_parente) <= 200),
  date_maj date not null,
  services text[] not null default '{}' check (services <@ array['Aide aux démarches administratives',
    'Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique',
    'Utilisation sécurisée du numérique', 'Parentalité et éducation avec le numérique',
    'Loisirs et créations numériques', 'Compréhension du monde numérique',
    'Accès internet et matériel informatique', 'Acquisition de matériel informatique à prix solidaire']),
  publics_specifiquement_adresses text[] not null default '{}' check (publics_specifiquement_adresses <@
    array['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes']),
  prise_en_charge_specifique text[] not null default '{}' check (prise_en_charge_specifique <@
    array['Surdité', 'Handicaps moteurs', 'Handicaps mentaux', 'Illettrisme', 'Langues étrangères (anglais)',
    'Langues étrangères (autres)', 'Déficience visuelle']),
  frais_a_charge text[] not null default '{}' check (frais_a_charge <@
    array['Gratuit', 'Gratuit sous condition', 'Payant']),
  dispositif_programmes_nationaux text[] not null default '{}' check (dispositif_programmes_nationaux <@
    array['Aidants Connect', 'Bibliothèques numérique de référence', 'Certification PIX',
    'Conseillers numériques', 'Emmaüs Connect', 'France Services', 'Grande école du numérique',
    'La Croix Rouge', 'Point d''accès numérique CAF', 'Promeneurs du net', 'Relais numérique (Emmaüs Connect)']),
  formations_labels text[] not null default '{}' check (formations_labels <@
    array['Formé à « Mon Espace Santé »', 'Formé à « DUPLEX » (illettrisme)',
    'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
    'Collectif ressources et acteurs réemploi (Normandie)', 'Étapes numériques (La Poste)',
    'Fabriques de Territoire', 'Les Éclaireurs du numérique (Drôme)', 'Mes Papiers (Métropole de Lyon)',
    'ORDI 3.0', 'SUD LABS (PACA)']),
  autres_formations_labels text[] not null default '{}',
  modalites_acces text[] not null default '{}' check (modalites_acces <@
    array['Se présenter', 'Téléphoner', 'Contacter par mail', 'Prendre un RDV en ligne',
    'Ce lieu n''accueille pas de public', 'Envoyer un mail avec une fiche de prescription']),
  modalites_accompagnement text[] not null default '{}' check (modalites_accompagnement <@
    array['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance']),
  fiche_acces_libre text not null default '' check (length(fiche_acces_libre) <= 500),
  prise_rdv text not null default '' check (length(prise_rdv) <= 500),
  -- ours: the neighbourhood of the position, by its code; none where the position is not known
  area text,
  -- ours: whether one gets in without a step; null: nobody has told
  step_free boolean,
  -- ours: languages spoken there besides French, by their codes of ISO 639-3 or 639-1
  languages text[] not null default '{}' check (languages <@ array['gcf', 'ht', 'en', 'es', 'pt', 'fsl']),
  -- ours: false while the place is closed to everybody
  open boolean not null default true,
  -- ours: staff alone see it
  hidden boolean not null default false,
  -- ours: invented for the demonstration
  example boolean not null default false,
  -- ours: of which day the source is, where it says so
  source_date date,
  version int not null default 1,
  changed_at timestamptz not null,
  check ((latitude is null) = (longitude is null))
);

create index place_area on learning.place (area);
