// Ten connections that ask one address after the other, each as soon as its last answer has come.
import http from 'node:http';

/**
 * @typedef {{ path: string, headers?: Record<string, string>, body?: string, status?: number, method?: string }} Ask
 */

/** @param {number} port */
export function createLoad(port, connections = 10) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

  /** @param {Ask} ask */
  const answer = (ask) =>
    new Promise((resolve, reject) => {
      const { path, headers, body, method = body ? 'POST' : 'GET' } = ask;
      const request = http.request({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() })
        );
      });
      // The server ends connections that were idle, and may do so as one is taken up again.
      request.on('error', (error) => (request.reusedSocket ? resolve(answer(ask)) : reject(error)));
      request.end(body);
    });

  return {
    answer,
    /**
     * @param {() => Ask | Ask[]} next - Several are asked one after the other, and count as one.
     * @param {number} seconds
     * @param {number} [least] - Answers that it goes on for, however long they take.
     * @returns {Promise<{ rate: number, ms: number[] }>} Answers a second, and how long each took.
     */
    async run(next, seconds, least = 0) {
      const ms = [];
      const begun = performance.now();
      const end = begun + seconds * 1000;
      const connection = async () => {
        while (performance.now() < end || ms.length < least) {
          const asked = performance.now();
          for (const ask of [next()].flat()) {
            const { status, text } = await answer(ask);
            if (status !== (ask.status ?? 200)) throw new Error(`${ask.path}: ${status} ${text.slice(0, 300)}`);
          }
          ms.push(performance.now() - asked);
        }
      };
      await Promise.all(Array.from({ length: connections }, connection));
      return { rate: (ms.length / (performance.now() - begun)) * 1000, ms };
    },
    close: () => agent.destroy(),
  };
}
