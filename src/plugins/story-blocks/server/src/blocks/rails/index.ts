export { headlineRailsBlock, toRail } from './headline-rails.block';
