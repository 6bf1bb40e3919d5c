import { config } from './config';
import { register } from './register';

export default { config, register };
