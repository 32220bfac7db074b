// Keeps what a page writes to its console, and what goes wrong in it, as lines that begin with a level.
(() => {
  const home = (() => { try { return top.document && top; } catch { return window; } })();
  const lines = home[Symbol.for("console")] ??= [];
  const words = (values) => values.map((value) => value?.stack ? `${value} ${value.stack}` : String(value)).join(" ");
  const levels = { debug: "DEBUG", log: "INFO", info: "INFO", warn: "WARNING", error: "SEVERE" };
  for (const [name, level] of Object.entries(levels)) {
    const write = console[name];
    console[name] = (...values) => {
      lines.push(`${level} ${words(values)}`);
      write.apply(console, values);
    };
  }
  addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) lines.push(`SEVERE ${event.filename} ${event.message}`);
  });
  addEventListener("unhandledrejection", ({ reason }) => lines.push(`SEVERE ${words([reason])}`));
  addEventListener("securitypolicyviolation", (event) => {
    lines.push(`SEVERE ${event.violatedDirective} refuses ${event.blockedURI}`);
  });
})();
