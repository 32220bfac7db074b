//! What a reader takes away: link, citation, snippet, files.

use super::super::app::Part;
use yew::prelude::*;

pub fn draw(_part: &Part) -> Html {
    Html::default()
}
