import { watch } from 'node:fs';
import { monotonicMs } from '@assay/shared';

// A process that does nothing but watch a directory, as the agent does: what the kernel and Node take to tell.

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('expected the directory to watch');
watch(directory, () => process.send?.(monotonicMs()));
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
