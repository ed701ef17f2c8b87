// The packaged collector: its resources are put where its sources look for them, before those are loaded.
import './resources.ts';
import '../../../collector/src/main.ts';
