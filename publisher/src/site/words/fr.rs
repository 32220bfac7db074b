//! French.

use super::Words;

pub const WORDS: Words = Words {
    menu: "Menu du site",
    skip: "Aller au contenu",
    measures: "Mesures",
    data: "Données",
    total: "Pays",
    all: "Ensemble",
    status: "Statut",
    counts: "Nombre de pays par région et par statut",
    on_map: "Voir sur la carte",
    needs_script: "JavaScript est désactivé : les boutons de la carte sont sans effet. Tout ce qu’elle montre figure aussi dans les listes et tableaux de ce site.",
    about_country: "{country} : statut, dates et sources publiques pour chaque mesure. {policy}.",
    about_measure: "{measure} : le statut de chaque pays, avec dates et sources publiques. {policy}.",
    about_changes: "Ce qui a changé, pays par pays, et ce que l’éditeur a ajouté ou retiré. {policy}.",
    follow: "Suivre les changements :",
    feed_file: "Les données telles que la carte les lit (JSON)",
    claims_file: "Toutes les affirmations avec leurs sources ({format})",
    version: "Cette version des données reste à cette adresse :",
    earlier: "Versions antérieures des données",
    missing: "Page introuvable",
    missing_text: "Il n’y a pas de page à cette adresse. Elle a peut-être été retirée lors d’une mise à jour des données.",
};
