import { Cross } from '@strapi/icons';
import { WishPanel, type WishPanelProps } from './WishPanel';

/** Pins whose stories are not live: they keep their place until they are. */
export const WaitingPins = (props: WishPanelProps) => {
  const waiting = props.board.pins.filter(({ absence }) => absence !== null);
  return <WishPanel {...props} name="waiting" wishes={waiting} kind="unpin" icon={<Cross />} />;
};
