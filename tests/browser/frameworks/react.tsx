/// <reference types="policy-explorer/react" />
import "policy-explorer";
import { useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [measure, setMeasure] = useState("collection");
  const [heard, setHeard] = useState<string[]>([]);
  const hear = (name: string) => setHeard((heard) => [...heard, name]);
  return (
    <>
      <policy-explorer
        feed="feed.json"
        measure={measure}
        poll={3600}
        onpolicy-explorer-ready={(event) => hear(`ready ${event.detail.members}`)}
        onpolicy-explorer-change={(event) => hear(`change ${event.detail.country}`)}
      />
      <button id="other" onClick={() => setMeasure("icse-access")}>Other</button>
      <output>{heard.join(", ")}</output>
    </>
  );
}

createRoot(document.querySelector("#app")!).render(<App />);
