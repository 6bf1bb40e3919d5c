const LONGEST = 2_000;

/** A text, without its middle where it is long. */
export const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}` : text;

/** Takes most of a database's statement out of what is logged of an error: a request could fill the disk with it. */
export function shortenError(error: unknown): unknown {
  if (error instanceof Error && error.message.length > LONGEST) {
    const { message, stack = '' } = error;
    error.message = shortened(message);
    error.stack = stack.replace(message, () => error.message);
  }
  return error;
}
