import { EventEmitter } from 'node:events';
import type { LiveChange } from '@assay/shared/api';

/** What just changed, for those who watch. */
export interface Changes {
  announce(change: LiveChange): void;
  /** Gives out how to stop. */
  subscribe(listener: (change: LiveChange) => void): () => void;
}

export function createChanges(): Changes {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    announce: (change) => emitter.emit('change', change),
    subscribe(listener) {
      emitter.on('change', listener);
      return () => emitter.off('change', listener);
    },
  };
}
