import { Worker } from 'node:worker_threads';
import { type TrainedModel, type TrainingOptions, type TrainingStories, trainModel } from './train-model';

/** Stories up to which training takes no longer than starting a thread. */
const FEW = 64;

/**
 * Trains a model beside the application: a large sample takes seconds, in which requests are answered.
 *
 * @throws {Error} where the thread ends without a model.
 */
export function trainInThread(stories: TrainingStories, options: TrainingOptions): Promise<TrainedModel> {
  if (stories.starts.length - 1 <= FEW) return Promise.resolve(trainModel(stories, options));
  // As text, since a bundle has no file for a thread to start from.
  const source = `const { parentPort, workerData } = require('node:worker_threads');
    const __name = (value) => value;
    const train = ${trainModel.toString()};
    parentPort.postMessage(train(workerData.stories, workerData.options));`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, {
      eval: true,
      execArgv: [],
      workerData: { stories, options },
      resourceLimits: { maxOldGenerationSizeMb: 192 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`training ended with ${code}`)));
    worker.unref();
  });
}
