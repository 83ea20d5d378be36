import type { Section } from '../../../engine/edition/text';

export const otherMatters = {
  id: 'other',
  heading: '十、其他重要事项的情况说明',
  name: '十、其他重要事项',
  says: [
    {
      heading: '（一）机关运行经费情况',
      says: [
        {
          if: { fact: 'operating' },
          says: [
            {
              if: { fact: ['administrativeUnits', 'participatingUnits'] },
              says: [
                '{year}年，{department}本级及下属{fact administrativeUnits}行政单位、{fact participatingUnits}参照公务员法管理的事业单位机关运行经费财政拨款预算{fact operating}{change operating}{reason operating}。',
              ],
              otherwise: [
                '{year}年，{department}本级机关运行经费财政拨款预算{fact operating}{change operating}{reason operating}。',
              ],
            },
          ],
          otherwise: ['{year}年，{department}未安排机关运行经费{change operating}{reason operating}。'],
        },
      ],
    },
    {
      heading: '（二）政府采购情况',
      says: [
        {
          if: { fact: ['procurementGoods', 'procurementWorks', 'procurementServices'] },
          says: [
            '{year}年，{department}政府采购预算{sum procurementGoods procurementWorks procurementServices}，其中：政府采购货物预算{fact procurementGoods}，政府采购工程预算{fact procurementWorks}，政府采购服务预算{fact procurementServices}。',
            {
              if: { fact: 'procurementSmaller' },
              says: [
                '{year}年，{department}面向中小企业预留政府采购项目预算金额{fact procurementSmaller}，其中：面向小微企业预留政府采购项目预算金额{fact procurementSmallest}。',
              ],
              otherwise: ['{year}年，{department}没有面向中小企业预留的政府采购项目预算。'],
            },
          ],
          otherwise: ['{year}年，{department}未安排政府采购预算。'],
        },
      ],
    },
    {
      heading: '（三）国有资产占用使用情况',
      says: [
        '截至{lastYear}年底，{department}占用使用国有资产总体情况如下：',
        {
          if: { fact: 'houseArea' },
          says: ['1.房屋{fact houseArea}，价值{fact houseValue}。'],
          otherwise: ['1.无房屋。'],
        },
        {
          if: { fact: ['carsGeneral', 'carsEnforcement', 'carsOther'] },
          says: [
            '2.车辆{sum carsGeneral carsEnforcement carsOther}，价值{sum carsGeneralValue carsEnforcementValue carsOtherValue}。其中：一般公务用车{fact carsGeneral}，价值{fact carsGeneralValue}；执法执勤用车{fact carsEnforcement}，价值{fact carsEnforcementValue}；其他车辆{fact carsOther}，价值{fact carsOtherValue}。',
          ],
          otherwise: ['2.无车辆。'],
        },
        '3.办公家具价值{fact furnitureValue}。',
        '4.其他资产价值{fact otherAssetsValue}。',
        '单位价值50万元以上大型设备{fact equipment50}，单位价值100万元以上大型设备{fact equipment100}。',
        {
          if: { fact: 'newCars' },
          says: ['{year}年部门预算安排购置车辆经费{fact newCars}。'],
          otherwise: ['{year}年部门预算未安排购置车辆经费。'],
        },
        {
          if: { fact: ['newEquipment50', 'newEquipment100'] },
          says: [
            '{year}年部门预算安排购置单位价值50万元以上大型设备{fact newEquipment50}，单位价值100万元以上大型设备{fact newEquipment100}。',
          ],
          otherwise: ['{year}年部门预算未安排购置单位价值50万元以上的大型设备。'],
        },
      ],
    },
    {
      heading: '（四）预算绩效情况',
      scope: { flow: '支出', fund: '一般公共预算', kind: '项目支出' },
      says: [
        {
          if: { amount: {} },
          says: [
            '{year}年，{department}实行绩效目标管理的一般公共预算项目{count project}，涉及预算金额{amount}。各项目的绩效目标见项目支出绩效目标表。',
          ],
          otherwise: ['{year}年，{department}未安排一般公共预算项目支出，没有实行绩效目标管理的项目。'],
        },
      ],
    },
  ],
} as const satisfies Section;
