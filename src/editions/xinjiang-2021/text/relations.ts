import type { AskedRelation } from '../../../engine/edition/text';

/**
 * What the answers of 单位情况 cannot contradict, one another or the tables. There may be more people than posts, if not twice as many;
 * 100万元以上 is part of 50万元以上, unless somebody counts the two apart.
 */
export const relations = [
  {
    says: 'offices = names officeNames',
    because: '内设机构的个数与所列名称的个数相同',
    severity: 'warning',
  },
  {
    says: 'subordinateUnits = names subordinateUnitNames',
    because: '下属预算单位的个数与所列名称的个数相同',
    severity: 'warning',
  },
  {
    says: 'administrativeUnits + participatingUnits <= subordinateUnits',
    because: '下属的行政单位、参公事业单位都是下属预算单位',
    severity: 'warning',
  },
  {
    says: 'procurementSmaller <= procurementGoods + procurementWorks + procurementServices',
    because: '预留给中小企业的是政府采购预算的一部分',
    severity: 'warning',
  },
  {
    says: 'procurementSmallest <= procurementSmaller',
    because: '预留给小微企业的包含在预留给中小企业的之内',
    severity: 'warning',
  },
  { says: 'houseValue needs houseArea', because: '有房屋价值的应有房屋面积', severity: 'warning' },
  { says: 'carsGeneralValue needs carsGeneral', because: '有车辆价值的应有车辆', severity: 'warning' },
  { says: 'carsEnforcementValue needs carsEnforcement', because: '有车辆价值的应有车辆', severity: 'warning' },
  { says: 'carsOtherValue needs carsOther', because: '有车辆价值的应有车辆', severity: 'warning' },
  {
    says: 'operating needs isAgency + administrativeUnits + participatingUnits',
    because: '机关运行经费是行政单位和参照公务员法管理的事业单位的',
    severity: 'warning',
  },
  {
    says: 'operating <= table',
    table: {
      scope: { flow: '支出', fund: '一般公共预算', kind: '公用经费' },
      label: '一般公共预算公用经费',
    },
    because: '机关运行经费一般由一般公共预算的公用经费安排',
    severity: 'warning',
    usual: true,
  },
  {
    says: 'procurementGoods + procurementWorks + procurementServices <= table',
    table: { scope: { flow: '支出' }, label: '支出总计' },
    because: '政府采购预算是部门支出预算的一部分',
    severity: 'warning',
  },
  { says: 'inService <= 2 times posts', because: '在职人数一般不超过编制数', severity: 'warning', usual: true },
  { says: 'inService needs posts', because: '有在职人员的一般有编制', severity: 'warning', usual: true },
  {
    says: 'table <= newCars',
    table: {
      scope: { flow: '支出', fund: '一般公共预算', threePublic: '公务用车购置费' },
      label: '公务用车购置费',
    },
    because: '公务用车购置费是本年安排购置车辆经费的一部分',
    severity: 'warning',
  },
  {
    says: 'table needs carsGeneral + carsEnforcement + carsOther',
    table: {
      scope: { flow: '支出', fund: '一般公共预算', threePublic: '公务用车运行费' },
      label: '公务用车运行费',
    },
    because: '有公务用车运行费的一般有车辆',
    severity: 'warning',
    usual: true,
  },
  {
    says: 'equipment100 <= equipment50',
    because: '50万元以上的设备包括100万元以上的',
    severity: 'warning',
    usual: true,
  },
  {
    says: 'newEquipment100 <= newEquipment50',
    because: '50万元以上的设备包括100万元以上的',
    severity: 'warning',
    usual: true,
  },
  { says: 'inServiceBefore excludes newDepartment', because: '本年新设立的没有上年数', severity: 'warning' },
  { says: 'retiredBefore excludes newDepartment', because: '本年新设立的没有上年数', severity: 'warning' },
  { says: 'veteransBefore excludes newDepartment', because: '本年新设立的没有上年数', severity: 'warning' },
  { says: 'operatingBefore excludes newDepartment', because: '本年新设立的没有上年数', severity: 'warning' },
  { says: 'prior excludes newDepartment', because: '本年新设立的没有上年数', severity: 'warning' },
  {
    says: 'amounts allocation <= project',
    project: [
      { flow: '支出', kind: '项目支出' },
      { flow: '支出', fund: '一般公共预算', kind: '项目支出' },
    ],
    because: '资金分配的各部分合计不超过项目金额',
    severity: 'warning',
  },
] as const satisfies readonly AskedRelation[];
