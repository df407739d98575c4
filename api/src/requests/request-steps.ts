import type { CallBackRequest, ComplaintRulingRequest, HandOnRequest, RequestMay } from '@lunjie/contracts';
import { mayOf, mayRead, type Reader } from '@lunjie/requests';
import { Injectable } from '@nestjs/common';
import { Happenings } from '../attribution/happenings';
import { Impartiality } from '../attribution/impartiality';
import { Rulings } from '../attribution/rulings';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { RequestClocks } from './request-clocks';
import { RequestEntries } from './request-entries';
import { RequestPraise } from './request-praise';
import { RequestRows, seenOf, type StoredRequest } from './request-rows';

/** What is done about a request: handed on, investigated, answered, called back, ruled on. The promised time stays what it is. */
@Injectable()
export class RequestSteps {
  constructor(
    private readonly floors: Floors,
    private readonly happenings: Happenings,
    private readonly rulings: Rulings,
    private readonly entries: RequestEntries,
    private readonly clocks: RequestClocks,
    private readonly rows: RequestRows,
    private readonly praises: RequestPraise,
    private readonly impartiality: Impartiality,
  ) {}

  /** Gives it to somebody else, with the reason. @throws Problem 403 `not_your_request`, 404 `request_not_found`, 409 `request_step_over`, 422 `request_owner_unknown`, `request_owner_concerned` */
  handOn(write: WriteContext, reader: Reader, id: string, { to, reason }: HandOnRequest): Promise<string> {
    return this.act(write, reader, id, 'hand_on', async (scene, request) => {
      await this.entries.mustTakeOn(scene, to, request.aboutId);
      if (to === request.ownerId) throw new Problem('request_step_over', 409);
      await this.rows.act(scene, request, 'handed_on', { to }, reason);
      await this.rows.change(scene, request, { ownerId: to, ownerSince: scene.now.at });
    });
  }

  /** What was found out about a complaint. @throws Problem 403 `not_your_request`, 404 `request_not_found`, 409 `request_step_over` */
  investigate(write: WriteContext, reader: Reader, id: string, words: string): Promise<string> {
    return this.act(write, reader, id, 'investigate', async (scene, request) => {
      await this.rows.act(scene, request, 'investigated', {}, words);
      await this.rows.change(scene, request, { investigatedAt: scene.now.at });
    });
  }

  /** What the customer was answered. @throws Problem as `investigate` */
  answer(write: WriteContext, reader: Reader, id: string, words: string): Promise<string> {
    return this.act(write, reader, id, 'answer', async (scene, request) => {
      await this.rows.act(scene, request, 'answered', {}, words);
      await this.rows.change(scene, request, { answeredAt: scene.now.at });
    });
  }

  /** What the customer said when called back. Who was not reached is called again; who is owed another answer gets a new promise. @throws Problem as `investigate` */
  callBack(write: WriteContext, reader: Reader, id: string, { satisfaction, words = null, again = false }: CallBackRequest): Promise<string> {
    return this.act(write, reader, id, 'call_back', async (scene, request) => {
      await this.rows.act(scene, request, 'called_back', { satisfaction }, words === '' ? null : words);
      if (satisfaction === 'not_reached') return;
      if (again) await this.rows.change(scene, request, { satisfaction, answeredAt: null, promisedAt: await this.clocks.promise(scene, request) });
      else await this.rows.change(scene, request, { satisfaction, calledBackAt: scene.now.at });
    });
  }

  /**
   * Says whether a complaint is upheld. About an agent and a registered customer it bears on whose customer they are: by this ruling alone (003 §(五)3(4)).
   * @throws Problem 403 `not_yours_to_decide`, `own_team_case` (P105); 404 `request_not_found`, also to whom it is about; 409 `request_not_to_rule`
   */
  rule(write: WriteContext, reader: Reader, id: string, { upheld, reason }: ComplaintRulingRequest): Promise<string> {
    return this.floors.act(write, async (scene) => {
      const request = await this.read(scene, reader, id);
      if (request.requestClass !== 'complaint' || request.investigatedAt === null || request.upheld !== null) throw new Problem('request_not_to_rule', 409);
      await this.impartiality.mustHold(scene, reader.id, [request.aboutId]);
      if (!this.may(scene, reader, request).includes('rule')) throw new Problem('not_yours_to_decide', 403);
      await this.rows.act(scene, request, 'ruled', { upheld }, reason);
      await this.rows.change(scene, request, { upheld });
      const { customerId, aboutId } = request;
      if (customerId === null || aboutId === null) return id;
      await this.happenings.record(scene, customerId, 'complaint_ruled', aboutId, { holds: upheld }, reason);
      await this.rulings.rule(scene, customerId, 'complaint_ruled');
      return id;
    });
  }

  /**
   * Says of whom praise is: once.
   * @throws Problem 403 `not_permitted`, `party_to_the_case`; 404 `request_not_found`; 409 `request_step_over`; 422 `about_needs_complaint`, `not_an_agent_here`
   */
  praise(write: WriteContext, reader: Reader, id: string, agent: string): Promise<string> {
    return this.floors.act(write, async (scene) => {
      const request = await this.read(scene, reader, id);
      if (request.requestClass !== 'praise') throw new Problem('about_needs_complaint', 422);
      if (request.praisedId !== null) throw new Problem('request_step_over', 409);
      if (!this.may(scene, reader, request).includes('praise')) throw new Problem('not_permitted', 403);
      await this.praises.name(scene, reader.id, id, agent);
      return id;
    });
  }

  private act(write: WriteContext, reader: Reader, id: string, what: Exclude<RequestMay, 'rule' | 'praise' | 'see_phone'>, work: (scene: Scene, request: StoredRequest) => Promise<void>): Promise<string> {
    return this.floors.act(write, async (scene) => {
      const request = await this.read(scene, reader, id);
      if (what !== 'hand_on' && request.step !== what) throw new Problem('request_step_over', 409);
      if (request.step === 'closed') throw new Problem('request_step_over', 409);
      if (!this.may(scene, reader, request).includes(what)) throw new Problem('not_your_request', 403, { name: await this.nameOf(scene, request.ownerId) });
      await work(scene, request);
      return id;
    });
  }

  /** @throws Problem 404 `request_not_found` to who may not see it */
  private async read(scene: Scene, reader: Reader, id: string): Promise<StoredRequest> {
    const request = await this.rows.byId(scene.tx, scene.officeId, id);
    if (!mayRead(reader, seenOf(request, false))) throw new Problem('request_not_found', 404);
    return request;
  }

  private may(scene: Scene, reader: Reader, request: StoredRequest): readonly RequestMay[] {
    return mayOf(reader, seenOf(request, false), scene.rules.policy.values.requests);
  }

  private async nameOf({ tx }: Scene, person: string): Promise<string> {
    const { rows: [row] } = await tx.run<{ name: string }>('SELECT name FROM person WHERE id = ?', [person]);
    return row?.name ?? '';
  }
}
