//! What changed, newest first, in sentences.

use super::super::app::Part;
use yew::prelude::*;

pub fn draw(_part: &Part) -> Html {
    Html::default()
}
