import type { BoardView } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Board } from './board';
import { BusinessDay } from './business-day';
import { Line } from './line';
import { Presence, type Asker } from './presence';
import { AgentBody, CounterBody, LiftBody, LostTurnsBody, OrderBody, OutBody, SuspensionBody } from './requests';

function asker({ person, roles }: Who): Asker {
  return {
    personId: person.id, isAgent: roles.includes('agent'),
    mayActForOthers: roles.some((role) => ['desk', 'manager', 'supervisor'].includes(role)),
    isManager: roles.some((role) => ['manager', 'supervisor'].includes(role)),
  };
}

/** Who is on the floor, and what a manager does with the line. Every answer is the board as it now stands. */
@Controller('offices/:officeId')
export class PresenceController {
  constructor(
    private readonly day: BusinessDay,
    private readonly presence: Presence,
    private readonly line: Line,
    private readonly board: Board,
  ) {}

  // Not named "then": whoever awaits the controller would call it.
  private async boardAfter(officeId: string, done: Promise<void>): Promise<BoardView> {
    await done;
    return this.board.view(officeId);
  }

  @Allow('manager', 'supervisor', 'desk')
  @Post('day/open')
  @HttpCode(200)
  open(@Param('officeId') officeId: string, @Write() write: WriteContext): Promise<BoardView> {
    return this.boardAfter(officeId, this.day.open(write));
  }

  @Allow('manager', 'supervisor')
  @Post('day/close')
  @HttpCode(200)
  close(@Param('officeId') officeId: string, @Write() write: WriteContext): Promise<BoardView> {
    return this.boardAfter(officeId, this.day.close(write));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('presence/sign-in')
  @HttpCode(200)
  signIn(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() { agentId }: AgentBody, @Who() who: Who): Promise<BoardView> {
    return this.boardAfter(officeId, this.presence.signIn(write, asker(who), agentId));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('presence/sign-out')
  @HttpCode(200)
  signOut(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() { agentId }: AgentBody, @Who() who: Who): Promise<BoardView> {
    return this.boardAfter(officeId, this.presence.signOut(write, asker(who), agentId));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('presence/out')
  @HttpCode(200)
  out(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() body: OutBody, @Who() who: Who): Promise<BoardView> {
    return this.boardAfter(officeId, this.presence.out(write, asker(who), body));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('presence/back')
  @HttpCode(200)
  back(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() { agentId }: AgentBody, @Who() who: Who): Promise<BoardView> {
    return this.boardAfter(officeId, this.presence.back(write, asker(who), agentId));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('presence/door')
  @HttpCode(200)
  door(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() { agentId }: AgentBody, @Who() who: Who): Promise<BoardView> {
    return this.boardAfter(officeId, this.presence.relieveDoor(write, asker(who), agentId));
  }

  @Allow('manager', 'supervisor')
  @Put('line/order')
  reorder(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() { queue, order, reason }: OrderBody): Promise<BoardView> {
    return this.boardAfter(officeId, this.line.reorder(write, queue, order, reason));
  }

  @Allow('manager', 'supervisor')
  @Post('line/suspensions')
  @HttpCode(200)
  suspend(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() { agentId, until, reason }: SuspensionBody): Promise<BoardView> {
    return this.boardAfter(officeId, this.line.suspend(write, agentId, until, reason));
  }

  @Allow('manager', 'supervisor')
  @Post('line/suspensions/lift')
  @HttpCode(200)
  lift(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() { agentId, reason }: LiftBody): Promise<BoardView> {
    return this.boardAfter(officeId, this.line.liftSuspension(write, agentId, reason));
  }

  @Allow('manager')
  @Post('line/lost-turns')
  @HttpCode(200)
  loseTurns(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() { agentId, turns, reason }: LostTurnsBody): Promise<BoardView> {
    return this.boardAfter(officeId, this.line.loseTurns(write, agentId, turns, reason));
  }

  @Allow('manager')
  @Put('line/counters')
  counter(@Param('officeId') officeId: string, @Write() write: WriteContext, @Body() { queue, agentId, newCustomers, reason }: CounterBody): Promise<BoardView> {
    return this.boardAfter(officeId, this.line.setCounter(write, queue, agentId, newCustomers, reason));
  }
}
