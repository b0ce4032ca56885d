"""What each built-in policy is for, by its name (govredact list policies)."""

TEXTS = {
    "gov-website": "The default for government websites: exactly the entity table (govredact list entities).",
    "recruitment": "Recruitment and examination results: names and examination numbers stay, ID numbers go.",
    "procurement": "Procurement and results of tenders: contacts of buyers, agencies and suppliers stay; numbers and "
    "accounts of persons go.",
    "village": "Affairs of a village, subsidies for farmers, voters' lists: names stay; ID numbers, telephones, 一卡通 "
    "accounts and health go.",
    "student-aid": "Lists of student aid: only 姓名 学校 院系 年级 专业 班级 stay (教财厅函〔2017〕28号); everything else about a "
    "student goes.",
    "aid-list": "Lists of people who receive aid (低保, 临时救助, 残疾人两项补贴, 医疗救助): the name stays, numbers, address "
    "below town and reasons go.",
    "strict": "As gov-website, and every private finding is masked: names, health facts and office mobiles too.",
    "land": "Compensation for land: names and areas stay; ID numbers, telephones, accounts and household numbers "
    "go, addresses end at the town.",
    "petition": "Answers to petitions and to 12345: surname + 某, everything else about a person goes.",
    "appointment": "Notices before an appointment (任前公示): name and 出生年月 of the candidate stay; numbers, contacts "
    "and home address go.",
    "penalty": "Decisions on administrative penalties: the party's name stays where lawful; addresses, contacts, "
    "numbers, health and others' names go.",
}
