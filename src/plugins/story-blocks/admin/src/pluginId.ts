export const PLUGIN_ID = 'story-blocks';
