//! Portuguese.

use super::Words;

pub const WORDS: Words = Words {
    menu: "Menu do site",
    skip: "Ir para o conteúdo",
    measures: "Medidas",
    data: "Dados",
    total: "Países",
    all: "Total",
    status: "Situação",
    counts: "Número de países por região e situação",
    on_map: "Ver no mapa",
    needs_script: "O JavaScript está desativado, por isso os botões do mapa não funcionam. Tudo o que ele mostra está também nas listas e tabelas deste site.",
    about_country: "{country}: situação, datas e fontes públicas de cada medida. {policy}.",
    about_measure: "{measure}: a situação de cada país, com datas e fontes públicas. {policy}.",
    about_changes: "O que mudou, país por país, e o que o editor acrescentou ou retirou. {policy}.",
    follow: "Acompanhar as mudanças:",
    feed_file: "Os dados tal como o mapa os lê (JSON)",
    claims_file: "Todas as afirmações com as suas fontes ({format})",
    version: "Esta versão dos dados permanece neste endereço:",
    earlier: "Versões anteriores dos dados",
    missing: "Página não encontrada",
    missing_text: "Não há nenhuma página neste endereço. Pode ter sido retirada quando os dados mudaram.",
};
