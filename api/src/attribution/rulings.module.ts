import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FloorModule } from '../floor/floor.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { PoliciesModule } from '../policies/policies.module';
import { StaffModule } from '../staff/staff.module';
import { AttributionModule } from './attribution.module';
import { Cases } from './cases';
import { ConflictNews } from './conflict-news';
import { Conflicts } from './conflicts';
import { Happenings } from './happenings';
import { Impartiality } from './impartiality';
import { OwnershipController } from './ownership.controller';
import { OwnershipViews } from './ownership-views';
import { Happening, Ruling } from './ruling.entity';
import { Rulings } from './rulings';

/** Why a customer is whose: the case, the rulings on it, conflicts. */
@Module({
  imports: [TypeOrmModule.forFeature([Happening, Ruling]), AttributionModule, FloorModule, OfficeTimeModule, PoliciesModule, StaffModule],
  controllers: [OwnershipController],
  providers: [Cases, ConflictNews, Conflicts, Happenings, Impartiality, OwnershipViews, Rulings],
  exports: [Cases, ConflictNews, Conflicts, Happenings, Impartiality, Rulings],
})
export class RulingsModule {}
