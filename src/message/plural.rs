//! Plural forms: which ones a language has, so that a phrase that lacks one does not compile.

/// A plural category of the Unicode CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Arabic 0.
    Zero,
    /// English 1, French 0 and 1.
    One,
    /// Arabic 2.
    Two,
    /// Arabic 3 to 10, 103 to 110 …
    Few,
    /// Arabic 11 to 99, 111 to 199 …; French and Spanish whole millions.
    Many,
    /// Everything else; every language has it.
    Other,
}

impl Category {
    /// Every category with the name that CLDR and `Intl.PluralRules` give it.
    pub const NAMES: [(Category, &'static str); 6] = [
        (Category::Zero, "zero"),
        (Category::One, "one"),
        (Category::Two, "two"),
        (Category::Few, "few"),
        (Category::Many, "many"),
        (Category::Other, "other"),
    ];

    /// The category of that name; unknown names are "other".
    pub fn named(name: &str) -> Self {
        Self::NAMES.into_iter().find(|entry| entry.1 == name).map_or(Category::Other, |entry| entry.0)
    }

    /// The name that CLDR gives it.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }
}

/// The plural forms of one phrase in a language.
#[cfg(not(target_arch = "wasm32"))]
pub trait Forms {
    /// The categories that the language has, in the order of `forms`.
    const CATEGORIES: &'static [Category];
    /// The phrase in each category.
    fn forms(&self) -> Vec<&'static str>;
}

/// Defines the forms of languages with the same categories.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident { $($form:ident $category:ident),* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name { $(#[allow(missing_docs)] pub $form: &'static str,)* }

        impl Forms for $name {
            const CATEGORIES: &'static [Category] = &[$(Category::$category,)*];
            fn forms(&self) -> Vec<&'static str> { vec![$(self.$form,)*] }
        }
    )*};
}

#[cfg(not(target_arch = "wasm32"))]
forms! {
    /// English, German, Dutch …
    OneOther { one One, other Other }
    /// French, Spanish, Portuguese, Italian: `many` is for whole millions ("1 million de membres").
    OneManyOther { one One, many Many, other Other }
    /// Arabic.
    ZeroToOther { zero Zero, one One, two Two, few Few, many Many, other Other }
}
