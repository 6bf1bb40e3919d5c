export { createSettings, type Settings } from './settings.service';
export { type KeptSettings, writeSettings } from './store-settings';
