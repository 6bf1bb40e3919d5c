import { isFetchError } from '@strapi/strapi/admin';

/** What a request was refused with. */
export interface Refusal {
  status: number;
  message: string;
  details: Record<string, unknown>;
}

/** Reads what the server said; null where it could not be reached. */
export function refusalOf(error: unknown): Refusal | null {
  if (!isFetchError(error) || !error.response) return null;
  const { status, message, details } = error.response.data?.error ?? {};
  return {
    status: Number(status ?? error.status ?? 0),
    message: String(message ?? ''),
    details: (details ?? {}) as Record<string, unknown>,
  };
}
