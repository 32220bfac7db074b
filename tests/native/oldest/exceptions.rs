//! What must be said of single features, since no source and no table tells it.

/// Features that the stated browsers may lack, with what a reader then misses: nothing that matters.
pub const REFINEMENTS: &[(&str, &str)] = &[
    ("css.properties.accent-color", "boxes to tick keep the browser's own colour"),
    ("css.properties.break-after.avoid", "a heading may end a printed page"),
    ("css.properties.content-visibility", "paper says how many earlier claims are left out"),
    ("css.properties.content-visibility.visible", "paper says how many earlier claims are left out"),
    ("css.properties.cursor.crosshair", "a device without a mouse shows no cursor"),
    ("css.properties.cursor.default", "a device without a mouse shows no cursor"),
    ("css.properties.cursor.grab", "a device without a mouse shows no cursor"),
    ("css.properties.cursor.grabbing", "a device without a mouse shows no cursor"),
    ("css.properties.cursor.pointer", "a device without a mouse shows no cursor"),
    ("css.properties.font-family.ui-monospace", "another family of the list is taken"),
    ("css.properties.text-wrap.pretty", "a paragraph may end in a line of one word"),
    ("css.properties.forced-color-adjust", "a browser without forced colours adjusts nothing"),
    ("css.properties.forced-color-adjust.none", "a browser without forced colours adjusts nothing"),
    (
        "css.properties.print-color-adjust.exact",
        "the property's older name, which the build adds, has it, too",
    ),
    ("css.selectors.details-content", "paper says how many earlier claims are left out"),
    ("api.AudioParam.linearRampToValueAtTime", "a tone begins and ends at once, maybe with a click"),
    ("api.Navigator.connection", "it is asked whether there is one"),
    ("api.NetworkInformation.saveData", "it is asked whether there is one"),
    ("api.InputEvent.isComposing", "it is read of keyboard events, which have it in all browsers"),
];

/// Properties that some browsers know with a prefix only, which the build adds.
pub const PREFIXED: &[&str] = &[
    "css.properties.user-select",
    "css.properties.print-color-adjust",
    "css.properties.print-color-adjust.exact",
];

/// Features that no name in the sources shows, and where they are.
pub const HIDDEN: &[(&str, &str)] = &[
    ("http.headers.Content-Security-Policy.script-src.wasm-unsafe-eval", "index.html"),
    ("api.Document.adoptedStyleSheets", "src/element/js/life.js"),
    ("api.ShadowRoot.adoptedStyleSheets", "src/element/js/life.js"),
    ("api.Request.integrity", "src/element/js/net.js"),
];

/// Members of the widget's own objects, and of Rust's, whose names are also those of newer features.
pub const OWN: &[&str] = &[
    "address",
    "bytes",
    "changed",
    "chunks",
    "clamp",
    "connection",
    "country",
    "destroy",
    "dispatch",
    "first",
    "gather",
    "last",
    "level",
    "messages",
    "number",
    "phrases",
    "profile",
    "radius",
    "resize",
    "run",
    "share",
    "tag",
    "take",
    "until",
    "when",
    "year",
    "zip",
];
