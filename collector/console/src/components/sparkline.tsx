interface Props {
  /** The oldest first; null: there was none, which is drawn as a mark at the bottom. */
  values: readonly (number | null)[];
  /** Drawn across, as far as it is in sight. */
  line?: number;
}

const WIDTH = 600;
const HEIGHT = 60;

/** How a figure went, for eyes alone: what it comes to has to be said beside it. */
export function Sparkline({ values, line }: Props) {
  const most = Math.max(...values.map((value) => value ?? 0), 1);
  const x = (i: number) => (values.length < 2 ? WIDTH / 2 : (i / (values.length - 1)) * WIDTH);
  const y = (value: number) => HEIGHT - 4 - (value / most) * (HEIGHT - 8);
  const runs = values.reduce<string[][]>(
    (all, value, i) => {
      if (value === null) all.push([]);
      else all.at(-1)?.push(`${x(i)},${y(value)}`);
      return all;
    },
    [[]],
  );
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      {line !== undefined && line <= most && (
        <line className="sparkline-limit" x1={0} x2={WIDTH} y1={y(line)} y2={y(line)} />
      )}
      {runs.map((run) => (
        <polyline key={run[0]} points={run.length === 1 ? `${run[0]} ${run[0]}` : run.join(' ')} />
      ))}
      {values.map((value, i) =>
        value === null ? (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is all that tells these apart
            key={i}
            className="sparkline-missing"
            x1={x(i)}
            x2={x(i)}
            y1={HEIGHT - 12}
            y2={HEIGHT}
          />
        ) : null,
      )}
    </svg>
  );
}
