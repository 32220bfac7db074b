/** What is in force, or what a host asks for: the names of the attributes. `""` where nothing is chosen. */
export interface PolicyExplorerState {
  /** Id of a measure of the feed, or `overall`. */
  measure: string;
  /** ISO 8601 date or year: the state of the world as of then. */
  date: string;
  /** ISO 8601 date: only what the publisher had on record by then. */
  known: string;
  /** An earlier ISO 8601 date: what changed between it and `date`. */
  against: string;
  view: "" | "map" | "table" | "trend" | "changes";
  projection: "" | "equal-earth" | "globe" | "tiles";
  /** Latitude and longitude of the map's middle in degrees, and the zoom from 1 to 16: `48.9 2.3 4`. */
  camera: string;
  /** ISO 3166-1 alpha-3 code of the country whose profile is open. */
  country: string;
  /** Codes of the countries side by side, separated by spaces; 6 at most. */
  compare: string;
  /** Ids to keep, separated by spaces. */
  region: string;
  group: string;
  status: string;
  /** The table's order: an id of a column, with `-` before it to reverse it. */
  sort: string;
  /** What the search finds by this text stays in the table. */
  find: string;
  pattern: "" | "light";
  theme: "" | "auto" | "light" | "dark";
  /** Level of the widget's own heading, `1` to `6`. */
  heading: string;
  /** Parts to leave out, separated by spaces. */
  hide: string;
  /** BCP 47 tag. */
  lang: string;
}

/** The key figures of the view. */
export interface PolicyExplorerSummary {
  date: string;
  measure: string;
  /** By the id of each status, how many members have it. */
  counts: Record<string, number>;
  /** By the id of each change, how many members have it; only with `against`. */
  changes?: Record<string, number>;
  total: number;
}

/** Something that is wrong with a feed. */
export interface PolicyExplorerFinding {
  /** Explained in the documentation of feeds. */
  code: string;
  severity: "error" | "warning";
  /** Where: a JSON pointer (RFC 6901). */
  pointer: string;
  /** The value that was found there, as far as it is short text. */
  value: string;
}

/** Codes of errors, explained in the documentation on embedding. */
export type PolicyExplorerErrorCode =
  | "feed-unreachable"
  | "feed-too-large"
  | "feed-not-json"
  | "feed-invalid"
  | "feed-version"
  | "feed-integrity"
  | "feed-skipped"
  | "assets-unreachable";

/** The events of the element; all bubble, and cross shadow roots. */
export interface PolicyExplorerEventMap {
  /** The first view with data is on the screen. */
  "policy-explorer-ready": CustomEvent<{ feed: string; members: number }>;
  /** The reader has changed the view. */
  "policy-explorer-change": CustomEvent<PolicyExplorerState>;
  /** The feed, or a part of the widget, cannot be shown; `recoverable`: data is shown all the same. */
  "policy-explorer-error": CustomEvent<{ code: PolicyExplorerErrorCode; message: string; recoverable: boolean }>;
}

/** The attributes of the element; each is a property as well. */
export interface PolicyExplorerAttributes extends Partial<PolicyExplorerState> {
  /** Address of the feed, relative to the page. */
  feed?: string;
  /** `sha256-…`, `sha384-…` or `sha512-…` of the feed's bytes. */
  integrity?: string;
  /** Seconds between polls of the feed, at least 60. */
  poll?: string | number;
  loading?: "eager" | "lazy";
  /** The view in the page's address; `history`: Back closes a profile. */
  "url-state"?: boolean | "" | "false" | "history";
}

export interface PolicyExplorerElement extends HTMLElement {
  feed: string;
  integrity: string;
  poll: string | number;
  loading: string;
  urlState: string | boolean;
  measure: string;
  date: string;
  known: string;
  against: string;
  view: string;
  projection: string;
  camera: string;
  country: string;
  compare: string;
  region: string;
  group: string;
  status: string;
  sort: string;
  find: string;
  pattern: string;
  theme: string;
  heading: string;
  hide: string;
  /** What is in force. Written: the keys given are applied as the host's word; `null` takes it back. */
  get state(): PolicyExplorerState;
  set state(wanted: { [Key in keyof PolicyExplorerAttributes]?: PolicyExplorerAttributes[Key] | null });
  /** Resolves when the first view with data is on the screen; rejects where the feed cannot be shown. */
  readonly ready: Promise<void>;
  /** Fetches the feed again; resolves when it is shown or has failed. */
  refresh(): Promise<void>;
  /** The current map as an SVG document that stands alone; empty before there is one. */
  toSVG(): Promise<string>;
  /** What is wrong with the feed that is shown, the first 1,000; empty before there is one. */
  findings(): Promise<PolicyExplorerFinding[]>;
  /** Null before there is a view. */
  summary(): PolicyExplorerSummary | null;
  addEventListener<Name extends keyof PolicyExplorerEventMap>(
    type: Name,
    listener: (this: PolicyExplorerElement, event: PolicyExplorerEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "policy-explorer": PolicyExplorerElement;
  }
  interface GlobalEventHandlersEventMap extends PolicyExplorerEventMap {}
}
