import type { FieldNode } from 'graphql';

const CHARACTERS_A_UNIT = 50;

/** A value is given under its name each time: an alias of a thousand letters makes an answer large all by itself. */
export const keyCost = ({ alias, name }: FieldNode): number =>
  1 + Math.floor((alias ?? name).value.length / CHARACTERS_A_UNIT);
