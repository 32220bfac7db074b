// One request for all who ask for the same while it is under way: two elements on a page fetch one feed once.

const underway = new Map();

/**
 * What `begin` gives, which gets a signal of its own: it is begun once for all who ask by the same `key` before it has an
 * outcome, and given up when the signals of all of them have ended.
 */
export function together(key, signal, begin) {
  const request = underway.get(key) ?? start(key, begin);
  request.waiting += 1;
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      request.waiting -= 1;
      if (request.waiting === 0) request.end();
    };
    // What has come is not held on to.
    signal.addEventListener("abort", leave, { signal: request.ended });
    request.outcome.then(resolve, reject);
  });
}

function start(key, begin) {
  const abort = new AbortController();
  const end = () => {
    abort.abort();
    if (underway.get(key) === request) underway.delete(key);
  };
  const request = { waiting: 0, outcome: begin(abort.signal), ended: abort.signal, end };
  underway.set(key, request);
  request.outcome.then(end, end);
  return request;
}
