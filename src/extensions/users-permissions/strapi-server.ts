import type { Core } from '@strapi/strapi';
import { errors, validateYupSchema, yup } from '@strapi/utils';
import type { Context } from 'koa';

type Action = (ctx: Context) => Promise<unknown>;
type Controller = Record<string, Action>;
interface UsersPermissions {
  controllers: Record<string, (of: { strapi: Core.Strapi }) => Controller>;
}

const checkAddress = validateYupSchema(yup.object({ email: yup.string().email().required() }));

/**
 * Answers before the work is done, so that neither the answer nor its time tells whether an address has an account here.
 * Strapi's own action answers a stranger at once, and after the mail (with an error where no mail can be sent) one who
 * has an account.
 */
const answerFirst =
  (act: Action, answer: (email: string) => object): Action =>
  async (ctx) => {
    const { email } = await checkAddress(ctx.request.body ?? {});
    // GraphQL takes its arguments out of the request again when it has the answer.
    const request = Object.create(ctx.request, { body: { value: { email } } });
    const apart: Context = Object.create(ctx, { request: { value: request }, send: { value: () => undefined } });
    setImmediate(() => {
      act(apart).catch((error) => {
        // A refusal, such as of an address that is confirmed already: it is what nobody is told.
        if (!(error instanceof errors.ApplicationError)) strapi.log.error(error);
      });
    });
    ctx.body = answer(email);
  };

export default (plugin: UsersPermissions): UsersPermissions => {
  const make = plugin.controllers.auth;
  plugin.controllers.auth = (of) => {
    const own = make(of);
    return {
      ...own,
      forgotPassword: answerFirst(own.forgotPassword, () => ({ ok: true })),
      sendEmailConfirmation: answerFirst(own.sendEmailConfirmation, (email) => ({ email, sent: true })),
    };
  };
  return plugin;
};
