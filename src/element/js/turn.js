// The page's turns: long work is done in several, so that the page answers between them.

/** Resolves in a turn of its own; no timer, since hidden pages hold those back. */
export function nextTurn() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** Whether a promise has settled already. */
export async function isSettled(promise) {
  const later = {};
  return (await Promise.race([promise, later])) !== later;
}
