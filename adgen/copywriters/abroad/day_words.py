"""Days and times that have a name: Korean | English | Japanese | simplified Chinese."""

from .lexicon import Term

DAYS = """
오늘 하루 | today only | 本日限り | 仅限今天
오늘 | today | 本日 | 今天
내일 | tomorrow | 明日 | 明天
모레 | the day after tomorrow | 明後日 | 后天
매일 | every day | 毎日 | 每天
이번 주말 | this weekend | 今週末 | 本周末
다음 주말 | next weekend | 来週末 | 下周末
다음 주 주말 | next weekend | 来週末 | 下周末
매주 주말 | every weekend | 毎週末 | 每周末
이번 주 주말 | this weekend | 今週末 | 本周末
주말 | weekends | 週末 | 周末
평일 | weekdays | 平日 | 工作日
공휴일 | public holidays | 祝日 | 公休日
이번 주 | this week | 今週 | 本周
다음 주 | next week | 来週 | 下周
이번 달 | this month | 今月 | 本月
다음 달 | next month | 来月 | 下个月
매달 | every month | 毎月 | 每月
매월 | every month | 毎月 | 每月
설 연휴 | the Lunar New Year holiday | 旧正月の連休 | 春节假期
설날 연휴 | the Lunar New Year holiday | 旧正月の連休 | 春节假期
추석 연휴 | the Chuseok holiday | 秋夕（チュソク）の連休 | 中秋假期
설 당일 | Lunar New Year’s Day | 旧正月当日 | 春节当天
설날 당일 | Lunar New Year’s Day | 旧正月当日 | 春节当天
추석 당일 | Chuseok Day | 秋夕（チュソク）当日 | 中秋节当天
연휴 | the holiday | 連休 | 假期
설날 | Lunar New Year | 旧正月 | 春节
추석 | Chuseok | 秋夕（チュソク） | 中秋节
크리스마스 이브 | Christmas Eve | クリスマスイブ | 平安夜
크리스마스 | Christmas | クリスマス | 圣诞节
연말 | the end of the year | 年末 | 年底
월말 | the end of the month | 月末 | 月底
연중무휴 | open all year | 年中無休 | 全年无休
일주일 | 1 week | 1週間 | 1周
한달 | 1 month | 1ヶ月 | 1个月
점심시간 | lunchtime | ランチタイム | 午餐时间
오전 | morning | 午前 | 上午
오후 | afternoon | 午後 | 下午
저녁 | evening | 夜 | 晚上
아침 | morning | 朝 | 早上
점심 | lunchtime | お昼 | 中午
밤 | night | 夜 | 晚上
새벽 | early morning | 早朝 | 清晨
"""
WEEKDAYS = dict(zip("월화수목금토일", (("Monday", "月", "一"), ("Tuesday", "火", "二"), ("Wednesday", "水", "三"),
                                     ("Thursday", "木", "四"), ("Friday", "金", "五"), ("Saturday", "土", "六"),
                                     ("Sunday", "日", "日")), strict=True))
WHICH: dict[str, Term] = {"": ("", "", ""), "매주": ("every ", "毎週", "每"), "이번주": ("this ", "今週の", "本"),
                           "이번": ("this ", "今週の", "本"), "다음주": ("next ", "来週の", "下"), "다음": ("next ",
                               "来週の", "下"),
                           "오는": ("this coming ", "次の", "下个")}
DAY_PARTS: dict[str, tuple[str, str, str]] = {
    "오전": ("a.m.", "午前", "上午"), "오후": ("p.m.", "午後", "下午"), "아침": ("a.m.", "朝", "早上"),
    "점심": ("p.m.", "昼", "中午"), "낮": ("p.m.", "昼", "中午"), "저녁": ("p.m.", "夜", "晚上"), "밤": ("p.m.", "夜",
        "晚上"),
    "새벽": ("a.m.", "早朝", "清晨")}
