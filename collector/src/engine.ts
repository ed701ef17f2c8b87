// The engine that a collector stores with: the one place that names it. The store's tests run on another, see test/README.md.

export { openSqliteStore as openStore } from './store/sqlite/sqlite-store.ts';
export { runInThreads as runTrialOn } from './trials/threads.ts';
