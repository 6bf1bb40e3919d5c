import { Worker } from 'node:worker_threads';
import { type TrainedModel, type TrainingOptions, type TrainingStories, trainModel } from './train-model';

/** Stories up to which training takes no longer than starting a thread. */
const FEW = 64;

/** A training under way. */
export interface Training {
  /** Rejects where the thread ends without a model. */
  model: Promise<TrainedModel>;
  /** Ends it without one. */
  cancel(): void;
}

/** Trains a model beside the application: a large sample takes seconds, in which requests are answered. */
export function trainInThread(stories: TrainingStories, options: TrainingOptions): Training {
  if (stories.starts.length - 1 <= FEW) {
    return { model: Promise.resolve(trainModel(stories, options)), cancel: () => {} };
  }
  // As text, since a bundle has no file for a thread to start from.
  const source = `const { parentPort, workerData } = require('node:worker_threads');
    const __name = (value) => value;
    const train = ${trainModel.toString()};
    parentPort.postMessage(train(workerData.stories, workerData.options));`;
  const worker = new Worker(source, {
    eval: true,
    execArgv: [],
    workerData: { stories, options },
    // Given away, not copied.
    transferList: [stories.starts.buffer, stories.hashes.buffer, stories.frequencies.buffer] as ArrayBuffer[],
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8 },
  });
  const model = new Promise<TrainedModel>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  });
  return { model, cancel: () => void worker.terminate() };
}
