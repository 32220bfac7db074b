// What is fetched or started once and then shared.

/** Makes a function that starts what a key stands for when it is first asked for. What failed is started again. */
export function makeOnce() {
  const started = new Map();
  return (key, start) => {
    if (!started.has(key)) {
      started.set(key, start());
      started.get(key).catch(() => started.delete(key));
    }
    return started.get(key);
  };
}
