//! How many members stood at each status, year by year.

use super::super::app::Part;
use yew::prelude::*;

pub fn draw(_part: &Part) -> Html {
    Html::default()
}
