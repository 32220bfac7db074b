import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { PolicyExplorerAttributes, PolicyExplorerElement, PolicyExplorerEventMap } from "policy-explorer";

/** React 19 calls `onpolicy-explorer-ready` where the event `policy-explorer-ready` comes. */
type Heard = {
  [Name in keyof PolicyExplorerEventMap as `on${Name}`]?: (event: PolicyExplorerEventMap[Name]) => void;
};

type Own = DetailedHTMLProps<HTMLAttributes<PolicyExplorerElement>, PolicyExplorerElement>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "policy-explorer": Omit<Own, keyof PolicyExplorerAttributes> & PolicyExplorerAttributes & Heard;
    }
  }
}
