import { createRegistry, type Registry } from '@wiredesk/strapi-kit/server';
import { COMPONENT_PREFIX } from '../../../shared/src';
import type { AnyBlock, Block } from './block';

/** A block's `type` in answers: our components without their category, others by their whole uid. */
export const typeOf = (component: string): string =>
  component.startsWith(COMPONENT_PREFIX) ? component.slice(COMPONENT_PREFIX.length) : component;

export interface BlockRegistry extends Registry<AnyBlock> {
  /**
   * Registers a block. Call it in your plugin's `register()`.
   *
   * @throws {Error} where the component has a block already, or the application has started.
   */
  register<Settings, Data extends object>(block: Block<Settings, Data>): void;
}

/** The map from components to what fills them. */
export function createBlockRegistry(): BlockRegistry {
  const blocks = createRegistry<AnyBlock>({
    nameOf: ({ component }) => component,
    tooLate: (component) =>
      `story-blocks: ${component} was registered too late; register blocks in your plugin's register().`,
    twice: (component) => `story-blocks: ${component} is registered twice.`,
  });
  return { ...blocks, register: (block) => blocks.register(block) };
}
