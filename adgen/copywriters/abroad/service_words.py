"""Services: hair, nails, skin, sport, lessons, laundry, cars, photos, pets, homes, events. Rows as in cafe_words."""

BEAUTY = """
커트,컷트,컷 | haircut | カット | 剪发
남성 커트,남자 커트 | men’s haircut | メンズカット | 男士剪发
여성 커트,여자 커트 | women’s haircut | レディースカット | 女士剪发
앞머리 커트 | fringe trim | 前髪カット | 剪刘海
염색 | hair colouring | ヘアカラー | 染发
뿌리염색,뿌리 염색 | root touch-up | 根元カラー | 补染发根
새치염색,새치 염색 | grey coverage | 白髪染め | 遮白发染发
탈색 | bleaching | ブリーチ | 漂发
펌,파마 | perm | パーマ | 烫发
디지털펌 | digital perm | デジタルパーマ | 数码烫
매직 | straightening perm | ストレートパーマ | 直发烫
볼륨매직 | volume straightening | ボリュームストレート | 蓬松直发烫
셋팅펌,세팅펌 | setting perm | セットパーマ | 大卷烫
클리닉 | hair clinic | ヘアクリニック | 头发护理
트리트먼트 | hair treatment | トリートメント | 护发
두피 | scalp | 頭皮 | 头皮
두피 케어,두피 관리 | scalp care | 頭皮ケア | 头皮护理
드라이 | blow-dry | ブロー | 吹发造型
스타일링 | styling | スタイリング | 造型
헤어 | hair | ヘア | 美发
업스타일 | updo | アップスタイル | 盘发
메이크업 | makeup | メイク | 化妆
네일 | nails | ネイル | 美甲
젤네일 | gel nails | ジェルネイル | 凝胶美甲
아트 | art | アート | 彩绘
네일아트,네일 아트 | nail art | ネイルアート | 美甲彩绘
패디큐어,페디큐어 | pedicure | ペディキュア | 足部美甲
젤패디,젤페디 | gel pedicure | ジェルペディキュア | 足部凝胶美甲
매니큐어 | manicure | マニキュア | 手部美甲
케어 | care | ケア | 护理
손톱 케어 | nail care | ネイルケア | 指甲护理
각질 관리,각질 케어 | foot exfoliation | 角質ケア | 去角质护理
연장 | extensions | 長さ出し | 延长
속눈썹 | eyelash | まつげ | 睫毛
속눈썹 연장 | eyelash extensions | まつげエクステ | 嫁接睫毛
속눈썹 펌 | lash lift | まつげパーマ | 烫睫毛
눈썹 | eyebrow | 眉 | 眉毛
눈썹 문신,반영구 | semi-permanent brows | 眉アートメイク | 半永久纹眉
왁싱 | waxing | ワックス脱毛 | 蜜蜡脱毛
피부 | skin | 肌 | 皮肤
피부 관리,피부관리 | facial care | フェイシャルケア | 皮肤护理
수분 관리 | hydrating facial | 保湿ケア | 补水护理
보습 관리 | moisturising facial | 保湿ケア | 保湿护理
미백 관리 | brightening facial | ブライトニングケア | 亮肤护理
모공 관리 | pore care | 毛穴ケア | 毛孔护理
얼굴 관리 | facial | フェイシャル | 面部护理
등 관리 | back care | 背中ケア | 背部护理
관리 | care | ケア | 护理
환절기 | change-of-season | 季節の変わり目の | 换季
마사지 | massage | マッサージ | 按摩
발 마사지 | foot massage | 足マッサージ | 足底按摩
아로마 | aroma | アロマ | 芳香
아로마 마사지 | aroma massage | アロママッサージ | 精油按摩
스파 | spa | スパ | 水疗
팩 | face pack | パック | 面膜
필링 | peeling | ピーリング | 焕肤
경락 | gyeongnak massage | 経絡マッサージ | 经络按摩
웨딩 | wedding | ウェディング | 婚礼
"""
MOVING = """
헬스 | gym | ジム | 健身
헬스장 | gym | ジム | 健身房
헬스 이용권 | gym pass | ジム利用券 | 健身卡
PT | PT | パーソナル | 私教课
개인 PT,퍼스널 트레이닝 | personal training | パーソナルトレーニング | 私教课
그룹 PT | group PT | グループトレーニング | 小团课
운동 | workout | トレーニング | 运动
크로스핏 | CrossFit | クロスフィット | CrossFit
스피닝 | spinning | スピニング | 动感单车
요가 | yoga | ヨガ | 瑜伽
빈야사 | vinyasa yoga | ヴィンヤサヨガ | 流瑜伽
플라잉 요가 | aerial yoga | エアリアルヨガ | 空中瑜伽
필라테스 | Pilates | ピラティス | 普拉提
기구 필라테스 | reformer Pilates | マシンピラティス | 器械普拉提
수영 | swimming | 水泳 | 游泳
복싱 | boxing | ボクシング | 拳击
킥복싱 | kickboxing | キックボクシング | 踢拳
태권도 | taekwondo | テコンドー | 跆拳道
주짓수 | jiu-jitsu | 柔術 | 柔术
골프 | golf | ゴルフ | 高尔夫
스크린골프 | screen golf | スクリーンゴルフ | 室内高尔夫
테니스 | tennis | テニス | 网球
배드민턴 | badminton | バドミントン | 羽毛球
클라이밍 | climbing | クライミング | 攀岩
댄스 | dance | ダンス | 舞蹈
발레 | ballet | バレエ | 芭蕾
줌바 | Zumba | ズンバ | 尊巴
러닝 | running | ランニング | 跑步
인바디 | InBody test | InBody測定 | InBody体测
인바디 측정,체성분 측정 | body composition test | 体組成測定 | 体成分测试
이용권 | pass | 利用券 | 使用券
회원권 | membership | 会員権 | 会员卡
회원 | members | 会員 | 会员
정기권 | season pass | 定期券 | 通票
"""
LESSONS = """
수업 | class | レッスン | 课程
체험 수업 | trial class | 体験レッスン | 体验课
클래스 | class | クラス | 课程
원데이 클래스 | one-day class | ワンデークラス | 单次体验课
강습,레슨 | lesson | レッスン | 课程
체험 | trial | 体験 | 体验
무료 체험 | free trial | 無料体験 | 免费体验
상담 | consultation | 相談 | 咨询
무료 상담 | free consultation | 無料相談 | 免费咨询
특강 | special class | 特別講座 | 特训班
겨울방학 | winter holiday | 冬休み | 寒假
여름방학 | summer holiday | 夏休み | 暑假
방학 | school holiday | 長期休み | 假期
수학 | maths | 数学 | 数学
영어 | English | 英語 | 英语
영어 회화,영어회화 | English conversation | 英会話 | 英语会话
국어 | Korean | 国語 | 国语
한국어 | Korean language | 韓国語 | 韩语
중국어 | Chinese | 中国語 | 中文
일본어 | Japanese | 日本語 | 日语
과학 | science | 理科 | 科学
논술 | essay writing | 論述 | 论述写作
코딩 | coding | プログラミング | 编程
컴퓨터 | computer | パソコン | 电脑
미술 | art | 美術 | 美术
피아노 | piano | ピアノ | 钢琴
바이올린 | violin | バイオリン | 小提琴
기타 레슨 | guitar lesson | ギターレッスン | 吉他课
드럼 | drums | ドラム | 架子鼓
보컬 | vocal | ボーカル | 声乐
음악 | music | 音楽 | 音乐
레벨 테스트,레벨테스트 | level test | レベルテスト | 水平测试
수능 | CSAT (college exam) | 修能（大学入試） | 韩国高考
수험생 | exam students | 受験生 | 考生
마무리반 | final review class | 総仕上げクラス | 冲刺班
마무리 | final review | 総仕上げ | 冲刺
대비반 | exam prep class | 対策クラス | 备考班
내신 | school exam | 内申 | 校内考试
중간고사 | mid-term exam | 中間試験 | 期中考试
기말고사 | final exam | 期末試験 | 期末考试
초등 | elementary | 小学生 | 小学
중등 | middle school | 中学生 | 初中
고등 | high school | 高校生 | 高中
성인 | adult | 大人 | 成人
유아 | toddler | 幼児 | 幼儿
어린이 | children’s | 子ども | 儿童
입문반 | beginners’ class | 入門クラス | 入门班
초급반,기초반 | beginners’ class | 初級クラス | 初级班
중급반 | intermediate class | 中級クラス | 中级班
주말반 | weekend class | 週末クラス | 周末班
저녁반 | evening class | 夜クラス | 晚间班
오전반 | morning class | 午前クラス | 上午班
취미반 | hobby class | 趣味クラス | 兴趣班
요가반 | yoga class | ヨガクラス | 瑜伽班
신규반 | new class | 新規クラス | 新班
반 | class | クラス | 班
수강생 | students | 受講生 | 学员
원생 | students | 生徒 | 学员
회원 모집 | membership | 会員募集 | 会员招募
설명회 | information session | 説明会 | 说明会
공방 | craft workshop | 工房 | 手工坊
도예 | pottery | 陶芸 | 陶艺
베이킹 | baking | ベーキング | 烘焙
"""
ERRANDS = """
세탁 | laundry | クリーニング | 洗衣
드라이클리닝 | dry cleaning | ドライクリーニング | 干洗
운동화 세탁 | sneaker cleaning | スニーカークリーニング | 洗鞋
이불 세탁 | duvet cleaning | 布団クリーニング | 洗被子
패딩 세탁 | padded jacket cleaning | ダウンクリーニング | 羽绒服清洗
코트 드라이클리닝 | coat dry cleaning | コートのドライクリーニング | 大衣干洗
커튼 세탁 | curtain cleaning | カーテンクリーニング | 窗帘清洗
빨래 | laundry | 洗濯 | 洗衣
빨래방,코인빨래방 | coin laundry | コインランドリー | 自助洗衣
다림질 | ironing | アイロンがけ | 熨烫
수선 | alterations | お直し | 改衣
옷 수선 | clothing alterations | 洋服のお直し | 改衣
수거 | pick-up | 集荷 | 上门取件
수거 배달 | pick-up and delivery | 集荷・配達 | 上门取送
배달 | delivery | 配達 | 外送
무료 배달 | free delivery | 配達無料 | 免费配送
배송 | shipping | 配送 | 配送
무료 배송 | free shipping | 送料無料 | 包邮
배달비 | delivery fee | 配達料 | 配送费
포장 | takeaway | テイクアウト | 外带
세차 | car wash | 洗車 | 洗车
손세차 | hand car wash | 手洗い洗車 | 手工洗车
실내 세차 | interior cleaning | 車内清掃 | 内饰清洁
셀프 세차 | self-service car wash | セルフ洗車 | 自助洗车
스팀 세차 | steam car wash | スチーム洗車 | 蒸汽洗车
광택 | polishing | ポリッシュ | 抛光
유리막 코팅 | glass coating | ガラスコーティング | 镀晶
코팅 | coating | コーティング | 镀膜
썬팅 | window tinting | ウィンドウフィルム | 贴膜
엔진오일 | engine oil | エンジンオイル | 机油
엔진오일 교환,엔진오일 교체 | engine oil change | エンジンオイル交換 | 更换机油
타이어 | tyre | タイヤ | 轮胎
겨울 타이어 | winter tyre | 冬用タイヤ | 冬季轮胎
타이어 교체,타이어 교환 | tyre change | タイヤ交換 | 更换轮胎
배터리 | battery | バッテリー | 电瓶
배터리 교체,배터리 교환 | battery replacement | バッテリー交換 | 更换电瓶
에어컨 필터 | air filter | エアコンフィルター | 空调滤芯
와이퍼 | wipers | ワイパー | 雨刷
정비 | servicing | 整備 | 保养
점검 | check-up | 点検 | 检查
교체,교환 | replacement | 交換 | 更换
수리 | repair | 修理 | 维修
청소 | cleaning | 清掃 | 清洁
에어컨 청소 | air conditioner cleaning | エアコンクリーニング | 空调清洗
설치 | installation | 設置 | 安装
증명사진 | ID photo | 証明写真 | 证件照
여권사진 | passport photo | パスポート写真 | 护照照片
프로필사진,프로필 | profile photo | プロフィール写真 | 形象照
가족사진 | family photo | 家族写真 | 全家福
우정사진 | friends’ photo | 友情写真 | 闺蜜照
커플사진 | couple photo | カップル写真 | 情侣照
돌사진 | first-birthday photo | 初誕生日写真 | 周岁照
백일사진 | 100-day photo | 百日写真 | 百日照
졸업사진 | graduation photo | 卒業写真 | 毕业照
웨딩사진 | wedding photo | ウェディング写真 | 婚纱照
장수사진 | portrait for elders | 長寿写真 | 长辈肖像照
바디프로필 | body profile photo | ボディプロフィール写真 | 健身写真
사진 | photo | 写真 | 照片
사진 촬영 | photo shoot | 写真撮影 | 拍照
촬영 | photo shoot | 撮影 | 拍摄
인화 | photo printing | プリント | 冲印
보정 | retouching | レタッチ | 修图
수험표 | exam admission ticket | 受験票 | 准考证
미용 | beauty care | 美容 | 美容
강아지 미용,애견 미용,애견미용 | dog grooming | 犬トリミング | 狗狗美容
고양이 미용 | cat grooming | 猫トリミング | 猫咪美容
부분 미용 | partial grooming | 部分カット | 局部修剪
전체 미용 | full grooming | 全身カット | 全身美容
목욕 | bath | シャンプー | 洗澡
강아지 목욕 | dog bath | 犬シャンプー | 狗狗洗澡
발톱 정리 | nail trim | 爪切り | 修剪指甲
스케일링 | scaling | スケーリング | 洁牙
호텔 | hotel | ホテル | 酒店
애견 호텔 | dog hotel | ペットホテル | 宠物寄养
유치원 | day care | デイケア | 日托
산책 | walk | 散歩 | 遛狗
"""
