// Promises that are not waited for without end.

/** What a promise gives, or the error that `late` makes if it is not settled within so many ms. */
export function inTime(promise, ms, late) {
  let timer;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}
