"""Homes, people, seasons, events and the words around a product: rows as in cafe_words.

``STANDING`` are words that say something else when they stand alone under a headline than before a noun.
"""

HOMES = """
매물 | listing | 物件 | 房源
급매물 | urgent-sale listing | 急売物件 | 急售房源
급매 | urgent sale | 急売 | 急售
원룸 | studio flat | ワンルーム | 单间
투룸 | two-room | ツールーム | 两居室
쓰리룸 | three-room | スリールーム | 三居室
오피스텔 | officetel | オフィステル | 商住公寓
아파트 | apartment | マンション | 公寓
신축 | newly built | 新築 | 新建
신축 아파트 | new apartment | 新築マンション | 新建公寓
빌라 | low-rise flat | 低層マンション | 多层住宅
주택 | house | 一戸建て | 独栋住宅
단독주택 | detached house | 一戸建て | 独栋住宅
상가 | shop space | 店舗物件 | 商铺
사무실 | office | 事務所 | 办公室
토지 | land | 土地 | 土地
역세권 | near-station | 駅近 | 近地铁
풀옵션 | fully furnished | 家具家電付き | 家具家电齐全
전세 | jeonse | チョンセ（保証金賃貸） | 全租
월세 | monthly-rent | 月極賃貸 | 月租
반전세 | half-jeonse lease | 半チョンセ | 半全租
매매 | sale | 売買 | 买卖
임대 | lease | 賃貸 | 出租
분양 | pre-sale | 分譲 | 预售
입주 | move-in | 入居 | 入住
즉시 입주 | move in now | 即入居可 | 即刻入住
보증금 | deposit | 保証金 | 押金
관리비 | maintenance fee | 管理費 | 管理费
중개 수수료,중개수수료 | agency fee | 仲介手数料 | 中介费
중개 | brokerage | 仲介 | 中介
주차 | parking | 駐車 | 停车
"""
PEOPLE = """
아르바이트,알바 | part-timer | アルバイト | 兼职
주말 알바,주말 아르바이트 | weekend part-timer | 週末アルバイト | 周末兼职
평일 알바,평일 아르바이트 | weekday part-timer | 平日アルバイト | 平日兼职
직원 | staff | スタッフ | 员工
정직원 | full-time staff | 正社員 | 正式员工
스태프,스텝 | staff | スタッフ | 店员
매니저 | manager | マネージャー | 店长
점장 | store manager | 店長 | 店长
바리스타 | barista | バリスタ | 咖啡师
제빵사 | baker | パン職人 | 面包师
파티시에 | pastry chef | パティシエ | 甜点师
요리사,조리사 | cook | 調理師 | 厨师
셰프 | chef | シェフ | 主厨
주방 | kitchen | キッチン | 后厨
주방 보조 | kitchen assistant | キッチン補助 | 后厨助手
주방 이모,주방 직원 | kitchen staff | キッチンスタッフ | 后厨员工
홀 | floor | ホール | 前厅
홀 서빙,서빙 | floor staff | ホールスタッフ | 服务员
홀 직원 | floor staff | ホールスタッフ | 前厅员工
배달 기사 | delivery rider | 配達スタッフ | 配送员
미용사 | hairdresser | 美容師 | 美发师
디자이너 | designer | デザイナー | 设计师
헤어 디자이너 | hair stylist | スタイリスト | 发型师
인턴 | intern | インターン | 实习生
네일리스트,네일 아티스트 | nail artist | ネイリスト | 美甲师
관리사 | therapist | セラピスト | 护理师
강사 | instructor | 講師 | 讲师
영어 강사 | English teacher | 英語講師 | 英语老师
선생님 | teacher | 先生 | 老师
원장,원장님 | director | 院長 | 院长
트레이너 | trainer | トレーナー | 教练
코치 | coach | コーチ | 教练
실장,실장님 | manager | 室長 | 主管
플로리스트 | florist | フローリスト | 花艺师
애견 미용사 | pet groomer | トリマー | 宠物美容师
사진작가,포토그래퍼 | photographer | フォトグラファー | 摄影师
정비사 | mechanic | 整備士 | 技师
오픈 멤버 | opening crew | オープニングスタッフ | 开业团队
마감 알바 | closing-shift part-timer | 閉店シフトのアルバイト | 晚班兼职
오픈 알바 | opening-shift part-timer | 早番アルバイト | 早班兼职
학생 | student | 学生 | 学生
대학생 | university student | 大学生 | 大学生
직장인 | office worker | 会社員 | 上班族
어르신 | senior | シニア | 长者
커플 | couple | カップル | 情侣
가족 | family | ファミリー | 家庭
임산부 | expectant mother | 妊婦さん | 孕妇
군인 | soldier | 軍人 | 军人
외국인 | international guest | 外国人のお客様 | 外国客人
단체 | groups | 団体 | 团体
고객,손님 | guest | お客様 | 顾客
친구 | friend | 友達 | 朋友
"""
AROUND = """
봄 | spring | 春の | 春季
여름 | summer | 夏の | 夏季
가을 | autumn | 秋の | 秋季
겨울 | winter | 冬の | 冬季
봄맞이 | spring | 春の | 迎春
여름맞이 | summer | 夏の | 迎夏
가을맞이 | autumn | 秋の | 迎秋
겨울맞이 | winter | 冬の | 迎冬
봄 한정 | spring-only | 春限定 | 春季限定
여름 한정 | summer-only | 夏限定 | 夏季限定
가을 한정 | autumn-only | 秋限定 | 秋季限定
겨울 한정 | winter-only | 冬限定 | 冬季限定
시즌 한정,계절 한정 | seasonal | 季節限定 | 季节限定
한정 | limited | 限定 | 限定
한정판 | limited-edition | 限定版 | 限定版
한정 메뉴 | limited menu | 限定メニュー | 限定菜单
제철 | seasonal | 旬の | 时令
시즌,계절 | seasonal | 季節の | 当季
시즌 메뉴 | seasonal menu | 季節メニュー | 当季菜单
크리스마스,성탄절 | Christmas | クリスマス | 圣诞
새해,신년 | New Year | 新年 | 新年
연말 | year-end | 年末 | 年末
연말연시 | holiday season | 年末年始 | 年末年初
설,설날,구정 | Lunar New Year | 旧正月の | 春节
추석,한가위 | Chuseok | 秋夕（チュソク）の | 中秋
명절 | holiday | 名節 | 节日
발렌타인,발렌타인데이,밸런타인데이 | Valentine’s Day | バレンタインデー | 情人节
화이트데이 | White Day | ホワイトデー | 白色情人节
빼빼로데이 | Pepero Day | ペペロデー | 巧克力棒节
어버이날 | Parents’ Day | 父母の日 | 父母节
스승의 날 | Teachers’ Day | 先生の日 | 教师节
어린이날 | Children’s Day | こどもの日 | 儿童节
할로윈,핼러윈 | Halloween | ハロウィン | 万圣节
생일 | birthday | 誕生日 | 生日
결혼,결혼식 | wedding | 結婚式の | 婚礼
결혼기념일,기념일 | anniversary | 記念日 | 纪念日
돌잔치 | first-birthday party | 初誕生日のお祝い | 周岁宴
졸업,졸업식 | graduation | 卒業式の | 毕业
입학,입학식 | school entrance | 入学式 | 入学
신학기,새 학기 | new-term | 新学期 | 新学期
집들이 | housewarming | 引っ越し祝い | 乔迁
개업 | opening | 開店祝い | 开业
송년회 | year-end party | 忘年会 | 年会
회식 | company dinner | 会食 | 聚餐
김장 | kimchi-making | キムジャン | 腌泡菜
휴가철,바캉스 | holiday season | バカンスシーズン | 度假季
장마 | rainy season | 梅雨 | 梅雨季
새,새로운,신규 | new | 新しい | 新
신상,신상품,신제품 | new | 新作 | 新款
신메뉴,새 메뉴 | new menu | 新メニュー | 新菜单
메뉴 | menu | メニュー | 菜单
오늘의 | today’s | 本日の | 今日
이달의,이번 달 | this month’s | 今月の | 本月
이달의 아트 | art of the month | 今月のアート | 本月彩绘
이달의 꽃 | flowers of the month | 今月の花 | 本月鲜花
이주의,이번 주 | this week’s | 今週の | 本周
오늘의 메뉴 | today’s menu | 本日のメニュー | 今日菜单
오늘의 커피 | coffee of the day | 本日のコーヒー | 今日咖啡
오늘의 빵 | bread of the day | 本日のパン | 今日面包
시그니처,대표 메뉴,대표메뉴 | signature | 看板メニュー | 招牌
점심 특선 | lunch special | ランチスペシャル | 午市特选
저녁 특선 | dinner special | ディナースペシャル | 晚市特选
특선 | special | 特選 | 特选
점심,런치 | lunch | ランチ | 午餐
저녁,디너 | dinner | ディナー | 晚餐
아침 | morning | 朝 | 早晨
모닝 | morning | モーニング | 早餐
아침 식사 | breakfast | 朝食 | 早餐
점심 메뉴,점심메뉴 | lunch menu | ランチメニュー | 午餐菜单
저녁 메뉴 | dinner menu | ディナーメニュー | 晚餐菜单
평일 | weekday | 平日 | 平日
주말 | weekend | 週末 | 周末
하루 | day | 1日 | 单日
심야 | late-night | 深夜 | 深夜
코스 | course | コース | 套餐
코스 요리 | course meal | コース料理 | 套餐
뷔페,부페 | buffet | ビュッフェ | 自助餐
무한리필,무한 리필 | all-you-can-eat | 食べ放題 | 无限量畅吃
리필 | refill | おかわり | 续杯
요리 | dish | 料理 | 料理
음식 | food | 料理 | 美食
사리 | extra noodles | 麺追加 | 加面
사이드,사이드 메뉴 | side dish | サイドメニュー | 小食
토핑 | topping | トッピング | 配料
추가 | extra | 追加 | 加量
곱빼기 | large portion | 大盛り | 大份
세트 | set | セット | 套餐
세트 메뉴,세트메뉴 | set menu | セットメニュー | 套餐
커플 세트 | couple set | カップルセット | 情侣套餐
패밀리 세트 | family set | ファミリーセット | 家庭套餐
종합 세트 | assorted set | 詰め合わせセット | 综合礼盒
반반 | half-and-half | ハーフ＆ハーフ | 双拼
반반 메뉴 | half-and-half menu | ハーフ＆ハーフメニュー | 双拼菜单
모둠,모듬 | assorted | 盛り合わせ | 拼盘
수제 | handmade | 手作り | 手工
홈메이드 | homemade | 自家製 | 自制
직접 만든,손수 만든 | handmade | 手作りの | 手工
직접 담근 | homemade | 自家製の | 自制
직접 구운 | house-baked | 自家製の | 现烤
갓 구운 | freshly baked | 焼きたての | 现烤
갓 튀긴 | freshly fried | 揚げたての | 现炸
갓 지은 | freshly cooked | 炊きたての | 现煮
갓 볶은 | freshly roasted | 煎りたての | 现烘
오늘 만든 | made-today | 本日手作りの | 今日现做
아이스 | iced | アイス | 冰
따뜻한 | hot | 温かい | 热
뜨거운 | hot | 熱々の | 热
시원한 | cold | 冷たい | 冰爽
매운 | spicy | 辛い | 香辣
매콤한 | spicy | ピリ辛の | 香辣
달콤한 | sweet | 甘い | 香甜
신선한 | fresh | 新鮮な | 新鲜
바삭한 | crispy | サクサクの | 香脆
촉촉한 | moist | しっとりした | 松软
부드러운 | smooth | なめらかな | 柔滑
국내산 | Korean-grown | 韓国産 | 韩国产
유기농 | organic | 有機 | 有机
무농약 | pesticide-free | 無農薬 | 无农药
제주 | Jeju | 済州 | 济州
프리미엄 | premium | プレミアム | 高级
스페셜 | special | スペシャル | 特制
미니 | mini | ミニ | 迷你
대형 | large | 大型 | 大型
비건 | vegan | ヴィーガン | 纯素
무료 | free | 無料 | 免费
유료 | paid | 有料 | 付费
첫 방문,첫방문 | first-visit | 初回 | 首次到店
재방문 | return-visit | 再来店 | 再次到店
신규 회원 | new-member | 新規会員 | 新会员
신규 고객 | new-guest | 新規のお客様 | 新顾客
회원가 | member price | 会員価格 | 会员价
특가 | special price | 特価 | 特价
단체 주문 | group order | 団体注文 | 团体订购
예약 | booking | 予約 | 预约
주문 제작,주문제작 | made to order | オーダーメイド | 定制
픽업 | pick-up | 受け取り | 自取
출장 | on-site | 出張 | 上门
당일 | same-day | 当日 | 当天
서비스 | service | サービス | 服务
이벤트 | event | イベント | 活动
오픈 이벤트 | opening event | オープン記念イベント | 开业活动
감사 이벤트 | thank-you event | 感謝イベント | 感恩活动
고객 감사 이벤트 | customer thank-you event | お客様感謝イベント | 顾客感恩活动
리뷰 이벤트 | review event | レビューイベント | 点评活动
행사 | event | イベント | 活动
축제,페스티벌 | festival | フェスティバル | 庆典
플리마켓,벼룩시장 | flea market | フリーマーケット | 跳蚤市场
팝업,팝업스토어,팝업 스토어 | pop-up store | ポップアップストア | 快闪店
콘서트 | concert | コンサート | 音乐会
공연 | performance | 公演 | 演出
전시,전시회 | exhibition | 展示会 | 展览
경품 | prize | 景品 | 奖品
경품 추첨,추첨 | prize draw | 抽選 | 抽奖
경품 이벤트 | prize event | プレゼント抽選イベント | 抽奖活动
시식 | tasting | 試食 | 试吃
시식회,시음회 | tasting event | 試食会 | 试吃会
세일 | sale | セール | 特卖
할인 | sale | 割引 | 优惠
마감 세일,마감세일,마감 할인 | closing-time sale | 閉店前セール | 打烊前特卖
시즌오프,시즌 오프 | end-of-season sale | シーズンオフセール | 换季特卖
시즌오프 세일 | end-of-season sale | シーズンオフセール | 换季特卖
오픈 할인 | opening sale | オープン記念割引 | 开业优惠
재고 정리,재고정리,창고 정리 | clearance sale | 在庫処分セール | 清仓特卖
폐업 정리 | closing-down sale | 閉店セール | 清仓结业特卖
해피아워 | happy hour | ハッピーアワー | 欢乐时光
타임 세일,타임세일 | time sale | タイムセール | 限时特卖
1주년 | 1st-anniversary | 1周年 | 1周年
오픈 기념 | opening | オープン記念 | 开业
개업 기념 | opening | 開店記念 | 开业
카페 | café | カフェ | 咖啡馆
매장 | store | 店舗 | 店铺
테라스 | terrace | テラス | 露台
룸,개인룸,프라이빗 룸 | private room | 個室 | 包间
공간 대여,대관 | venue hire | 貸切 | 场地租借
케이터링 | catering | ケータリング | 餐饮外烩
혼밥 | solo dining | おひとり様ごはん | 一人食
"""
STANDING = """
오늘 만든 | Made today | 本日手作り | 今日现做
오늘 구운 | Baked today | 本日焼きたて | 今日现烤
오늘 담근 | Made today | 本日手作り | 今日现腌
가을 한정 | Autumn only | 秋限定 | 秋季限定
봄 한정 | Spring only | 春限定 | 春季限定
여름 한정 | Summer only | 夏限定 | 夏季限定
겨울 한정 | Winter only | 冬限定 | 冬季限定
한정 | Limited time | 限定 | 限定供应
시즌 한정,계절 한정 | Seasonal | 季節限定 | 季节限定
점심 특선,런치 특선 | Lunch special | ランチスペシャル | 午市特选
저녁 특선,디너 특선 | Dinner special | ディナースペシャル | 晚市特选
첫 방문,첫 방문 고객,첫방문 고객 | For first-time guests | 初めてご来店の方 | 首次到店顾客
방문 고객 | For guests in store | ご来店の方 | 到店顾客
신규 고객,신규 | For new guests | 新規のお客様 | 新顾客专享
신규회원,신규 회원 | For new members | 新規会員の方 | 新会员专享
회원,회원 고객 | For members | 会員の方 | 会员专享
주말 | Weekends | 週末 | 周末
평일 | Weekdays | 平日 | 工作日
평일 점심,평일 런치 | Weekday lunch | 平日ランチ | 工作日午市
점심,런치 | At lunch | ランチタイム | 午市
저녁,디너 | At dinner | ディナータイム | 晚市
신학기 | For the new term | 新学期に | 新学期
졸업시즌 | Graduation season | 卒業シーズン | 毕业季
"""
