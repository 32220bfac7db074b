// What a widget says of itself, as the plain objects of the element's interface; null where it has nothing to say.

export function stateOf(widget) {
  const pairs = widget.state();
  return pairs.length ? Object.fromEntries(pairs) : null;
}

export function summaryOf(widget) {
  const { date, measure, counts, changes, total } = widget.summary() ?? {};
  if (!counts) return null;
  const figures = { date, measure, counts: Object.fromEntries(counts), total };
  return changes ? { ...figures, changes: Object.fromEntries(changes) } : figures;
}
