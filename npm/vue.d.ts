import type { DefineComponent } from "vue";
import type { PolicyExplorerAttributes, PolicyExplorerEventMap } from "policy-explorer";

/** `@policy-explorer-ready` hears the event `policy-explorer-ready`. */
type Heard = {
  onPolicyExplorerReady?: (event: PolicyExplorerEventMap["policy-explorer-ready"]) => void;
  onPolicyExplorerChange?: (event: PolicyExplorerEventMap["policy-explorer-change"]) => void;
  onPolicyExplorerError?: (event: PolicyExplorerEventMap["policy-explorer-error"]) => void;
};

declare module "vue" {
  interface GlobalComponents {
    PolicyExplorer: DefineComponent<PolicyExplorerAttributes & Heard>;
  }
}
