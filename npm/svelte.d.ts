import type { HTMLAttributes } from "svelte/elements";
import type { PolicyExplorerAttributes, PolicyExplorerElement, PolicyExplorerEventMap } from "policy-explorer";

/** Svelte 5 calls `onpolicy-explorer-ready` where the event `policy-explorer-ready` comes. */
type Heard = {
  [Name in keyof PolicyExplorerEventMap as `on${Name}`]?: (event: PolicyExplorerEventMap[Name]) => void;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "policy-explorer": Omit<HTMLAttributes<PolicyExplorerElement>, keyof PolicyExplorerAttributes> &
      PolicyExplorerAttributes &
      Heard;
  }
}
