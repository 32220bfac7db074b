//! The files that the panel offers.

/// A file to take away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The map as a picture.
    Png,
    /// The map as a drawing.
    Svg,
    /// The table shown.
    Csv,
    /// What is shown, for programs.
    Json,
    /// All claims with their sources.
    Claims,
    /// The comparison as a picture.
    ComparisonPng,
    /// The comparison as a drawing.
    ComparisonSvg,
    /// The comparison as a table.
    ComparisonCsv,
    /// The comparison, for programs.
    ComparisonJson,
    /// The claims on the countries that are compared, with their sources.
    ComparisonClaims,
    /// All of it, with alternative text, citation and licence.
    Kit,
    /// The letter at this place of those that are offered.
    Letter(u8),
    /// The letters to all members listed.
    Letters,
}

impl File {
    /// Those of the comparison.
    pub const COMPARISON: [File; 5] = [
        Self::ComparisonSvg,
        Self::ComparisonPng,
        Self::ComparisonCsv,
        Self::ComparisonJson,
        Self::ComparisonClaims,
    ];

    /// Whether it is of the comparison alone.
    pub fn is_comparison(self) -> bool {
        Self::COMPARISON.contains(&self)
    }

    /// What its name ends in.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png | Self::ComparisonPng => "png",
            Self::Svg | Self::ComparisonSvg => "svg",
            Self::Csv | Self::Claims | Self::ComparisonCsv | Self::ComparisonClaims => "csv",
            Self::Json | Self::ComparisonJson => "json",
            Self::Kit | Self::Letters => "zip",
            Self::Letter(_) => "txt",
        }
    }
}
