// Long steps on the screen: a bar that moves on a terminal, a line now and then elsewhere.
const BAR = 20;
/** Milliseconds between two lines of a step where lines can't be overwritten. */
const QUIET_MS = 15_000;

const seconds = (ms) =>
  ms < 60_000
    ? `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`
    : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
const count = (number) => number.toLocaleString('en');

function bar(done, total) {
  const full = Math.round((Math.min(done, total) / total) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
}

/**
 * @typedef {object} State How far a step is.
 * @property {number} [done]
 * @property {number} [total]
 * @property {string} [what] - What is being done now.
 */

/**
 * Shows steps one after the other.
 *
 * @param {NodeJS.WriteStream} [stream]
 */
export function createProgress(stream = process.stdout) {
  const isLive = Boolean(stream.isTTY) && process.env.TERM !== 'dumb';
  const write = (text) => stream.write(text);
  const clear = () => isLive && write('\r\x1b[2K');

  /**
   * Runs a step and shows how far it is.
   *
   * @template T
   * @param {string} title
   * @param {(report: (state: State) => void) => Promise<T>} work - What it returns is the step's result; a string closes its line.
   * @returns {Promise<T>}
   */
  async function step(title, work) {
    const begun = Date.now();
    /** @type {State} */
    let state = {};
    let lastLine = begun;

    const text = () => {
      const { done, total, what } = state;
      const counted = total ? `${isLive ? `${bar(done ?? 0, total)} ` : ''}${count(done ?? 0)} of ${count(total)}` : '';
      return [counted, what, isLive || !total ? seconds(Date.now() - begun) : ''].filter(Boolean).join(', ');
    };
    const draw = () => {
      if (!isLive) return;
      const line = `  ${title}  ${text()}`;
      // A line that wraps can't be overwritten.
      clear();
      write(line.slice(0, (stream.columns || 80) - 1));
    };
    const beat = () => {
      if (isLive) return draw();
      if (Date.now() - lastLine < QUIET_MS) return;
      lastLine = Date.now();
      write(`  ${title}: ${text()}\n`);
    };

    if (!isLive) write(`  ${title} …\n`);
    const timer = setInterval(beat, 500);
    draw();
    try {
      const result = await work((next) => {
        state = next;
        draw();
      });
      clear();
      write(`✓ ${title}${typeof result === 'string' ? `: ${result}` : ''} (${seconds(Date.now() - begun)})\n`);
      return result;
    } catch (error) {
      clear();
      write(`✗ ${title} (${seconds(Date.now() - begun)})\n`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  return {
    step,
    /** Writes a line of its own. */
    say: (text = '') => {
      clear();
      write(`${text}\n`);
    },
  };
}
