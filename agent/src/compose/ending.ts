/** A controller that aborts when the signal does. For AbortSignal.any, which may lose it, see scripts/check/agent-layers.ts. */
export function endingWith(stop: AbortSignal): AbortController {
  const end = new AbortController();
  stop.addEventListener('abort', () => end.abort());
  if (stop.aborted) end.abort();
  return end;
}
