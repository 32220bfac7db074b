//! Finds a country by any of its names.

use super::super::app::Part;
use yew::prelude::*;

pub fn draw(_part: &Part) -> Html {
    Html::default()
}
