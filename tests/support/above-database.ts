import { anyClient, type Client } from './clients';

/**
 * Cases of what is decided above the database, for `describe.each` and `test.each` in a file that runs on each: none on the
 * second one, but all of them in `npm run verify`.
 */
export const above = <Case>(client: Client, cases: Case[]): Case[] => (anyClient.includes(client) ? cases : []);
