//! The parts of a date in words and numbers.

use super::Dating;
use crate::words::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A part of a date.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A number, how many digits it has, and the sign before it.
    Number { value: u32, digits: usize, after: char },
    /// A month by its name, and the sign before it.
    Month(u32, char),
    /// "Since", "by".
    Dating(Dating),
    /// What makes a date vague: a season, a quarter, "circa", "to".
    Vague,
    /// Anything else that is not known.
    Unknown,
}

/// The parts of a text, without the time of day, weekdays and small words.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut sign = ' ';
    let pieces = pieces(text);
    let mut index = 0;
    while index < pieces.len() {
        let piece = pieces[index].as_str();
        let next = pieces.get(index + 1).map(String::as_str);
        let first = piece.chars().next().unwrap_or(' ');
        if first.is_ascii_digit() && next.is_some_and(|next| next == ":") {
            break;
        }
        if first.is_alphabetic() && !matches!(first, 'º' | 'ª') {
            let both = fold(&format!("{piece} {}", next.unwrap_or_default()));
            let word = fold(piece);
            if let Some(month) = month(&both) {
                tokens.push(Token::Month(month, sign));
                index += 1;
            } else if word == "t" && tokens.len() >= 3 {
                break;
            } else {
                tokens.extend(self::word(&word, sign));
            }
            sign = ' ';
        } else if first.is_ascii_digit() {
            tokens.push(match piece.parse() {
                Ok(value) => Token::Number { value, digits: piece.len(), after: sign },
                Err(_) => Token::Unknown,
            });
            sign = ' ';
        } else {
            match first {
                '~' | '≈' | '?' => tokens.push(Token::Vague),
                '-' | '–' | '—' | '‑' | '−' | '‐' => sign = '-',
                '/' | '.' => sign = first,
                ',' | '،' | '(' | ')' | '\'' | '’' | 'º' | 'ª' | '°' => {}
                _ => tokens.push(Token::Unknown),
            }
        }
        index += 1;
    }
    tokens
}

/// Runs of letters, runs of digits, and single signs; spaces part them.
fn pieces(text: &str) -> Vec<String> {
    let kind = |letter: char| match letter {
        _ if letter.is_ascii_digit() => 0,
        'º' | 'ª' => 2,
        _ if letter.is_alphabetic() || letter == '\u{640}' || is_mark(letter) => 1,
        _ => 2,
    };
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for letter in text.chars() {
        let kind = if letter.is_whitespace() { None } else { Some(kind(letter)) };
        match (kind, pieces.last_mut()) {
            (None, _) => {}
            (Some(0 | 1), Some(piece)) if before == kind => piece.push(letter),
            (Some(_), _) => pieces.push(letter.to_string()),
        }
        before = kind;
    }
    pieces
}

/// Accents and vowel signs that stand apart from their letter.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
}

/// What a word says; none if it says nothing.
fn word(word: &str, sign: char) -> Option<Token> {
    if let Some(month) = month(word) {
        return Some(Token::Month(month, sign));
    }
    match WORDS.get(word) {
        Some(said) => said.clone(),
        None => (!word.is_empty()).then_some(Token::Unknown),
    }
}

/// What words say; none for small ones.
static WORDS: LazyLock<HashMap<&str, Option<Token>>> = LazyLock::new(|| {
    let lists = [
        (SMALL, None),
        (VAGUE, Some(Token::Vague)),
        (BY, Some(Token::Dating(Dating::By))),
        (SINCE, Some(Token::Dating(Dating::Since))),
    ];
    let words = lists
        .into_iter()
        .flat_map(|(list, said)| list.split_whitespace().map(move |word| (word, said.clone())));
    words.collect()
});

const SINCE: &str = "since from partir depuis des desde منذ";
const BY: &str = "by before avant antes قبل";
const SMALL: &str = "\
de del of the le la el du do da d l in on en al st nd rd th er re ere eme o a year annee an ano سنه عام م ad ce \
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun lundi mardi mercredi jeudi vendredi samedi \
dimanche lun mer jeu ven sam dim lunes martes miercoles jueves viernes sabado domingo segunda terca quarta quinta sexta feira \
الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد";
const VAGUE: &str = "\
spring summer autumn fall winter printemps ete automne hiver primavera verano otono invierno verao outono inverno الربيع الصيف الخريف الشتاء \
q qtr quarter trimestre t h half semester semestre s early mid middle late end beginning start begin debut milieu fin courant \
principios mediados finales fines inicio inicios comienzos inicios اوائل منتصف اواخر نهايه بدايه \
c ca circa about around approx approximately roughly environ vers env hacia aproximadamente aprox cerca alrededor حوالي نحو \
to till until through and or between bis hasta entre et ou y und or either fy financial fiscal school academic \
first second third fourth premier deuxieme troisieme quatrieme primer segundo tercer cuarto i ii iii iv";

/// The month of a name in one of the languages, also cut short.
fn month(name: &str) -> Option<u32> {
    NAMED.get(name).copied()
}

/// The months by name.
static NAMED: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    (1..)
        .zip(MONTHS.lines())
        .flat_map(|(month, names)| names.split(';').map(move |name| (name, month)))
        .collect()
});

/// A line a month, folded: English, French, Spanish, Portuguese, Arabic of Egypt, the Levant and the Maghreb.
const MONTHS: &str = "\
january;jan;janvier;janv;enero;ene;janeiro;يناير;كانون الثاني;جانفي
february;feb;fevrier;fevr;fev;febrero;fevereiro;فبراير;شباط;فيفري
march;mar;mars;marzo;marco;مارس;اذار
april;apr;avril;avr;abril;abr;ابريل;نيسان;افريل
may;mai;mayo;maio;مايو;ايار;ماي
june;jun;juin;junio;junho;يونيو;يونيه;حزيران;جوان
july;jul;juillet;juil;julio;julho;يوليو;يوليه;تموز;جويليه
august;aug;aout;agosto;ago;اغسطس;اب;اوت
september;sep;sept;septembre;septiembre;setiembre;set;setembro;سبتمبر;ايلول
october;oct;octobre;octubre;outubro;out;اكتوبر;تشرين الاول
november;nov;novembre;noviembre;novembro;نوفمبر;تشرين الثاني
december;dec;decembre;diciembre;dic;dezembro;dez;ديسمبر;كانون الاول";
