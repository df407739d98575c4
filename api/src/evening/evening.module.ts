import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RulingsModule } from '../attribution/rulings.module';
import { CallsModule } from '../calls/calls.module';
import { FloorModule } from '../floor/floor.module';
import { NoticesModule } from '../notices/notices.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { ReceptionModule } from '../reception/reception.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { EveningActs } from './evening-acts';
import { EveningController } from './evening.controller';
import { EveningDays } from './evening-days';
import { EveningMeeting, EveningMinutes, PlanSheetRow } from './evening.entity';
import { EveningMaterials } from './evening-material';
import { EveningViews } from './evening-views';
import { Plans } from './plans';

/** The evening meeting: the day's sheet, minutes, closing with a digest; plan sheets (003 §(三)2–3, §(九)). */
@Module({
  imports: [TypeOrmModule.forFeature([EveningMinutes, EveningMeeting, PlanSheetRow]), RulingsModule, CallsModule, FloorModule, NoticesModule, OfficeTimeModule, ReceptionModule, RegisterModule, StaffModule],
  controllers: [EveningController],
  providers: [EveningActs, EveningDays, EveningMaterials, EveningViews, Plans],
  exports: [EveningActs, Plans],
})
export class EveningModule {}
