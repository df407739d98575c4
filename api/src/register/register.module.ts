import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cipher } from '../platform/cipher/cipher';
import { Register } from './register';
import { PersonalData, RegisterEntryRow } from './register-entry.entity';

@Module({ imports: [TypeOrmModule.forFeature([RegisterEntryRow, PersonalData])], providers: [Register, Cipher], exports: [Register, Cipher] })
export class RegisterModule {}
