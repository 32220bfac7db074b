//! French.

use super::phrase::Phrases;
use super::plural::OneManyOther;

/// Forms where whole millions read as the plural does.
const fn forms(one: &'static str, other: &'static str) -> OneManyOther {
    OneManyOther { one, many: other, other }
}

pub const PHRASES: Phrases<OneManyOther> = Phrases {
    loading: "Chargement des données…",
    error_title: "Les données ne peuvent pas être affichées",
    retry: "Réessayer",
    feed_unreachable: "Les données ne sont pas arrivées. Le serveur qui les contient est peut-être arrêté, ou la connexion interrompue.",
    feed_too_large: "Les données sont trop volumineuses pour être affichées ici : plus de 32 Mio.",
    feed_not_json: "Ce qui est arrivé n’est pas du JSON. L’adresse est peut-être fausse.",
    feed_invalid: "Ce qui est arrivé n’est pas un flux de données : il y manque les membres, les mesures ou les statuts.",
    feed_version: "Ce flux est de la version {version}, que cette page ne connaît pas encore.",
    feed_integrity: "Ce ne sont pas les données que cette page a demandées : elles ont été modifiées depuis. Elles ne sont pas affichées.",
    assets_unreachable: "Une partie de cette carte n’est pas arrivée. La connexion est peut-être interrompue.",
    refused: "Cette carte n’a pas pu démarrer : elle a besoin de WebAssembly, que ce navigateur ou cette page n’autorise pas. Un navigateur récent, avec ses réglages habituels, l’affiche.",
    stale: "Les données n’ont pas pu être renouvelées. {reason} Celles qui sont affichées datent du {date}.",
    stale_undated: "Les données n’ont pas pu être renouvelées. {reason} Celles qui étaient arrivées avant restent affichées.",
    skipped: forms(
        "{count} élément du flux est défectueux et a été laissé de côté.",
        "{count} éléments du flux sont défectueux et ont été laissés de côté.",
    ),
    skipped_members: forms("{count} membre", "{count} membres"),
    skipped_records: forms("{count} constat", "{count} constats"),
    skipped_sources: forms("{count} adresse", "{count} adresses"),
    skipped_others: forms("{count} autre élément", "{count} autres éléments"),
    unsourced: forms(
        "{count} constat n’indique aucune source.",
        "{count} constats n’indiquent aucune source.",
    ),
    details: "Détails",
    more: forms("et {count} autre", "et {count} autres"),
    demo: "Démonstration : toutes les données affichées ici sont inventées.",

    sentence_predicate: forms(
        "{count} membre sur {total} est publiquement connu pour {predicate}",
        "{count} membres sur {total} sont publiquement connus pour {predicate}",
    ),
    sentence_status: forms(
        "{measure} : {count} membre sur {total} est publiquement connu comme « {status} »",
        "{measure} : {count} membres sur {total} sont publiquement connus comme « {status} »",
    ),
    sentence_overall: forms(
        "{count} membre sur {total} est publiquement connu pour appliquer les {measures} mesures",
        "{count} membres sur {total} sont publiquement connus pour appliquer les {measures} mesures",
    ),
    sentence_data: forms(
        "{measure} : des données publiques existent pour {count} membre sur {total}",
        "{measure} : des données publiques existent pour {count} membres sur {total}",
    ),
    scoped: "{scope} : {sentence}",
    as_of: "{sentence} (situation : {date})",
    as_known: "Selon ce qui était connu à cette date : {date}.",
    future: "Cette date est à venir : la carte montre ce qui est annoncé pour elle.",
    without_data: forms(
        "Pour {count} membre, aucune donnée publique n’a été trouvée.",
        "Pour {count} membres, aucune donnée publique n’a été trouvée.",
    ),
    without_any_data: forms(
        "Pour {count} membre, aucune donnée publique n’a été trouvée sur aucune mesure.",
        "Pour {count} membres, aucune donnée publique n’a été trouvée sur aucune mesure.",
    ),
    reported: "Un total de {total} a été annoncé ({date}) ; {named} sont connus par leur nom. Source :",

    measure: "Mesure",
    overall: forms("Ensemble", "Les {count} mesures"),
    view: "Vue",
    view_map: "Carte",
    view_table: "Tableau",
    view_trend: "Évolution",
    view_changes: "Changements",
    clause: "Clause {clause}",
    clause_force: "Clause {clause}, {force}",
    encourages: "encourage",
    urges: "prie instamment",
    requests: "demande",
    invites: "invite",
    recommends: "recommande",
    calls_upon: "appelle",
    about: "Ce qui est demandé, et ce qui compte",
    definitions: "Ce qui vaut tel ou tel statut est une définition de l’éditeur.",
    counted_overall: "Sont comptées les mesures pour lesquelles « {status} » est publiquement connu. Rien n’est une moyenne.",
    filtered: "Affichage limité : {filters}",
    show_all: "Tout afficher",
    nothing: "Aucun membre ne correspond à ces filtres.",

    unknown: "aucune donnée publique",
    not_a_member: "non membre",
    done: "{done} sur {measures}",
    legend: "Statuts",
    unknown_note: "« Aucune donnée publique » ne veut pas dire « non appliqué » : personne n’a montré ni l’un ni l’autre.",
    filtered_out: "exclu par le filtre",
    since_year: "depuis {date}",
    since_month: "depuis {date}",
    since_day: "depuis le {date}",
    by_year: "en {date} au plus tard",
    by_month: "en {date} au plus tard",
    by_day: "le {date} au plus tard",
    sources: forms("{count} source", "{count} sources"),

    map: "Carte du monde",
    map_keys: "Les flèches vont de pays en pays, Origine et Fin au premier et au dernier par nom ; taper un nom y mène ; Entrée ouvre la fiche.",
    territory: "{territory} : statut de {member}",

    table: "Les membres et leurs statuts",
    country: "Pays",
    in_place: "En place",
    rows: forms("{count} membre sur {total}", "{count} membres sur {total}"),

    close: "Fermer",
    member_since: "membre depuis {date}",
    region_none: "région non établie",
    publicly_known: "{done} sur {measures} publiquement connues",
    unknown_full: "Aucune source publique n’a été trouvée qui dise si c’est fait. Cela ne veut pas dire que ce n’est pas fait.",
    not_a_member_full: "N’est pas membre à la date affichée.",
    later: "après la date affichée",
    unrecorded: "pas encore publié au jour affiché",
    withdrawn: "Retiré : {date}",
    no_source: "Aucune source indiquée",
    archived: "copie archivée",
    checked: "consulté : {date}",
    recorded: "publié ici : {date}",
    response: "Réponse de {name}",
    response_nameless: "Réponse",

    data_of: "Données du {date}",
    published_by: "publiées par {publisher}",
    disclaimer: "La carte ne prend pas position sur le statut juridique d’un pays ou d’un territoire ni sur ses frontières ; les lignes tiretées sont contestées ou indéterminées.",
    credit: "Réalisée avec Natural Earth.",
    report: "Signaler une erreur",
    report_to_host: "Pour signaler une erreur, écrivez à l’éditeur de cette page.",
};
