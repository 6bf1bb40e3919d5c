import { COMPONENT_PREFIX } from '../../../shared/src';
import type { AnyBlock, Block } from './block';

/** A block's `type` in answers: our components without their category, others by their whole uid. */
export const typeOf = (component: string): string =>
  component.startsWith(COMPONENT_PREFIX) ? component.slice(COMPONENT_PREFIX.length) : component;

export interface BlockRegistry {
  register<Settings, Data extends object>(block: Block<Settings, Data>): void;
  get(component: string): AnyBlock | undefined;
  all(): AnyBlock[];
  close(): void;
}

/** The map from components to what fills them. */
export function createRegistry(): BlockRegistry {
  const blocks = new Map<string, AnyBlock>();
  let closed = false;
  return {
    /**
     * Registers a block. Call it in your plugin's `register()`.
     *
     * @throws {Error} where the component has a block already, or the application has started.
     */
    register(block) {
      if (closed) {
        throw new Error(
          `story-blocks: ${block.component} was registered too late; register blocks in your plugin's register().`
        );
      }
      if (blocks.has(block.component)) {
        throw new Error(`story-blocks: ${block.component} is registered twice.`);
      }
      blocks.set(block.component, block);
    },
    get: (component) => blocks.get(component),
    all: () => [...blocks.values()],
    close: () => {
      closed = true;
    },
  };
}
