//! Up to six countries side by side.

use super::super::app::Part;
use yew::prelude::*;

pub fn draw(_part: &Part) -> Html {
    Html::default()
}
