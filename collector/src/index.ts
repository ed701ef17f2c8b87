export { parsePort } from './commands/options.ts';
export { type Collector, startCollector } from './compose.ts';
export { type CollectorConfig, defaultConfig, defaultDataDir } from './config.ts';
export { signalsOf } from './fleet.ts';
