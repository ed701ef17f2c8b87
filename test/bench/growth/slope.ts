/** Of the straight line that fits best (least squares), per step. @throws RangeError with fewer than two values */
export function slopeOf(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError('expected at least two values');
  const meanX = (values.length - 1) / 2;
  const meanY = values.reduce((sum, value) => sum + value, 0) / values.length;
  let above = 0;
  let below = 0;
  for (const [x, y] of values.entries()) {
    above += (x - meanX) * (y - meanY);
    below += (x - meanX) ** 2;
  }
  return above / below;
}
