// The last step of a plugin's `npm run build`, in its folder.
import path from 'node:path';
import { placeTypes } from './lib/place-types.mjs';

placeTypes(path.resolve('dist'));
