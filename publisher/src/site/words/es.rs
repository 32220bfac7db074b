//! Spanish.

use super::Words;

pub const WORDS: Words = Words {
    menu: "Menú del sitio",
    skip: "Ir al contenido",
    measures: "Medidas",
    data: "Datos",
    total: "Países",
    all: "Total",
    status: "Situación",
    counts: "Número de países por región y situación",
    on_map: "Ver en el mapa",
    needs_script: "JavaScript está desactivado, por lo que los botones del mapa no funcionan. Todo lo que muestra está también en las listas y tablas de este sitio.",
    about_country: "{country}: situación, fechas y fuentes públicas de cada medida. {policy}.",
    about_measure: "{measure}: la situación de cada país, con fechas y fuentes públicas. {policy}.",
    about_changes: "Qué ha cambiado, país por país, y qué ha añadido o retirado el editor. {policy}.",
    follow: "Seguir los cambios:",
    feed_file: "Los datos tal como los lee el mapa (JSON)",
    claims_file: "Todas las afirmaciones con sus fuentes ({format})",
    version: "Esta versión de los datos permanece en esta dirección:",
    earlier: "Versiones anteriores de los datos",
    missing: "Página no encontrada",
    missing_text: "No hay ninguna página en esta dirección. Puede haberse retirado al cambiar los datos.",
};
