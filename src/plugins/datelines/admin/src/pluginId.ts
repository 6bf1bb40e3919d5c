export const PLUGIN_ID = 'datelines';
