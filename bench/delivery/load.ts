// Ten connections that ask one address after the other, each as soon as its last answer has come.
import http from 'node:http';

export interface Ask {
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** What it must be answered with; 200 where nothing is said. */
  status?: number;
}

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/** The next of what is asked; several are asked one after the other, and count as one. */
export type Next = () => Ask | Ask[];

export function createLoad(port: number, connections = 10) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

  const answer = (ask: Ask) =>
    new Promise<Answer>((resolve, reject) => {
      const { path, headers, body } = ask;
      const method = body ? 'POST' : 'GET';
      const request = http.request({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          })
        );
      });
      // The server ends connections that were idle, and may do so as one is taken up again.
      request.on('error', (error) => (request.reusedSocket ? resolve(answer(ask)) : reject(error)));
      request.end(body);
    });

  return {
    answer,
    /**
     * @param least - Answers that it goes on for, however long they take.
     * @returns Answers a second, and how long each took.
     */
    async run(next: Next, seconds: number, least = 0): Promise<{ rate: number; ms: number[] }> {
      const ms: number[] = [];
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
export type Load = ReturnType<typeof createLoad>;
