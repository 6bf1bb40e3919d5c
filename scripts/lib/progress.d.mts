/** How far a step is. */
export interface State {
  done?: number;
  total?: number;
  /** What is being done now. */
  what?: string;
}

export type Report = (state: State) => void;

export interface Progress {
  /** Runs a step and shows how far it is. What it returns is the step's result; a string closes its line. */
  step<Result>(title: string, work: (report: Report) => Promise<Result>): Promise<Result>;
  /** Writes a line of its own. */
  say(text?: string): void;
}

export function createProgress(stream?: NodeJS.WriteStream): Progress;
