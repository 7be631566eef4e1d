import names from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';

// Links of the demo lead to real sites: a test that walks every act must not knock there.
names.lookup = () => Promise.reject(new Error('tests ask nobody outside'));
syncBuiltinESMExports();
