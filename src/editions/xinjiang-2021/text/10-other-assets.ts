import type { Part } from '../../../engine/edition/text';

// A kind of which a number or a value was given is spoken of: both sums take it in.
const carsThere = {
  joined: [
    {
      if: { fact: ['carsGeneral', 'carsGeneralValue'] },
      says: ['一般公务用车{fact carsGeneral}，价值{fact carsGeneralValue}'],
    },
    {
      if: { fact: ['carsEnforcement', 'carsEnforcementValue'] },
      says: ['执法执勤用车{fact carsEnforcement}，价值{fact carsEnforcementValue}'],
    },
    { if: { fact: ['carsOther', 'carsOtherValue'] }, says: ['其他车辆{fact carsOther}，价值{fact carsOtherValue}'] },
  ],
  between: '；',
} as const;

const carsNotThere = {
  joined: [
    { if: { fact: ['carsGeneral', 'carsGeneralValue'] }, says: [], otherwise: ['一般公务用车'] },
    { if: { fact: ['carsEnforcement', 'carsEnforcementValue'] }, says: [], otherwise: ['执法执勤用车'] },
    { if: { fact: ['carsOther', 'carsOtherValue'] }, says: [], otherwise: ['其他车辆'] },
  ],
  // There are three kinds, and one of them is there.
  before: '无',
  between: '和',
} as const;

const cars = {
  if: { fact: ['carsGeneral', 'carsEnforcement', 'carsOther'] },
  says: [
    {
      joined: [carsThere, carsNotThere],
      before:
        '2.车辆{sum carsGeneral carsEnforcement carsOther}，价值{sum carsGeneralValue carsEnforcementValue carsOtherValue}，其中：',
      between: '；',
      after: '。',
    },
  ],
  otherwise: ['2.无车辆。'],
} as const;

const equipment = {
  if: { fact: ['equipment50', 'equipment100'] },
  says: [
    {
      joined: [
        {
          if: { fact: 'equipment50' },
          says: ['单位价值50万元以上大型设备{fact equipment50}'],
          otherwise: ['无单位价值50万元以上大型设备'],
        },
        {
          if: { fact: 'equipment100' },
          says: ['单位价值100万元以上大型设备{fact equipment100}'],
          otherwise: ['无单位价值100万元以上大型设备'],
        },
      ],
      between: '，',
      after: '。',
    },
  ],
  otherwise: ['无单位价值50万元以上大型设备。'],
} as const;

const newEquipment = {
  if: { fact: ['newEquipment50', 'newEquipment100'] },
  says: [
    {
      joined: [
        {
          if: { fact: 'newEquipment50' },
          says: ['单位价值50万元以上大型设备{fact newEquipment50}'],
        },
        {
          if: { fact: 'newEquipment100' },
          says: ['单位价值100万元以上大型设备{fact newEquipment100}'],
        },
      ],
      before: '{year}年部门预算安排购置',
      between: '、',
      after: '。',
    },
  ],
  otherwise: ['{year}年部门预算未安排购置单位价值50万元以上大型设备。'],
} as const;

const newCars = {
  if: { fact: 'newCars' },
  says: ['{year}年部门预算安排购置车辆经费{fact newCars}。'],
  otherwise: [
    {
      // What the table of the three public expenses has for buying cars is not denied here.
      if: { amount: { flow: '支出', fund: '一般公共预算', threePublic: '公务用车购置费' } },
      says: ['{year}年部门预算安排购置车辆经费{amount 支出·一般公共预算·公务用车购置费}。'],
      otherwise: ['{year}年部门预算未安排购置车辆经费。'],
    },
  ],
} as const;

export const assets = {
  heading: '（三）国有资产占用使用情况',
  says: [
    {
      joined: [
        // A department of this year had nothing at the end of the last one.
        { if: { yes: 'newDepartment' }, says: [], otherwise: ['截至{lastYear}年底，'] },
        '{department}',
        { if: { fact: 'subordinateUnits' }, says: ['及下属各预算单位'] },
        '占用使用国有资产总体情况如下：',
      ],
      between: '',
    },
    {
      if: { fact: 'houseArea' },
      says: ['1.房屋{fact houseArea}，价值{fact houseValue}。'],
      otherwise: ['1.无房屋。'],
    },
    cars,
    {
      if: { fact: 'furnitureValue' },
      says: ['3.办公家具价值{fact furnitureValue}。'],
      otherwise: ['3.无办公家具。'],
    },
    {
      if: { fact: 'otherAssetsValue' },
      says: ['4.其他资产价值{fact otherAssetsValue}。'],
      otherwise: ['4.无其他资产。'],
    },
    equipment,
    newCars,
    newEquipment,
  ],
} as const satisfies Part;
